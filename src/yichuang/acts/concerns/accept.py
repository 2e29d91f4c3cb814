"""受理投诉: the desk takes a complaint on, names who answers it, and the time to answer begins."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import LONGEST, Deed, OnConcern, last_day
from yichuang.acts.context import Context
from yichuang.records.feedback.models import Concern, ConcernSource
from yichuang.rules.feedback.concerns import limit_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Acceptance(OnConcern):
    """Which department answers."""

    department_id: UUID | None = None


@concern_act(verb="concern.accepted")
def accept_concern(row: Concern, wish: Acceptance, ctx: Context) -> Deed:
    """Put the acceptance on record.  Raises: Refused (no department, not waiting for it).  Basis: YSHJ-49"""
    department = wish.department_id or row.department_id
    if department is None or department not in ctx.directory.departments:
        raise Refused("concern_department", "YSHJ-49")
    due = last_day(limit_of(row.kind, row.source == ConcernSource.HOTLINE), row, ctx)
    values = {"department_id": department, "accepted_on": ctx.today, "due_on": due}
    return Deed(values, wish.words.strip()[:LONGEST], due_on=due, department_id=department)
