"""Who may look at a thing for the agency (本机关工作人员), and who was sent."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.hearings.queries import assigned_to


def ours(user_id: UUID, case: CaseFile, day: date, ctx: Context) -> bool:
    """Say whether somebody held a post at the department on that day (本机关工作人员).  Basis: XKF-34.3, XKF-55.2"""
    known = user_id in ctx.directory.names
    return known and any(row.department_id == case.department_id for row in ctx.directory.officer(user_id, day).grants)


def sent_of(case: CaseFile, sent: StageView | None) -> tuple[UUID, ...] | None:
    """Return who was sent under a standing assignment, None where nobody was."""
    return assigned_to(case.region_code, sent.id).officers if sent else None
