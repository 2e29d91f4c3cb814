"""Seats of a meeting (会审席位): judging whom the lead invites, and the rows of seats and stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.ids import new_id
from yichuang.records.meetings.models import Seat
from yichuang.rules.consulting.reach import may_reach
from yichuang.rules.meeting.calling import may_delegate, may_invite
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Invitation:
    """One department; `by_letter`: it shall find out who has the power and name the delegates (matter: for what)."""

    department_id: UUID
    delegate_id: UUID | None = None
    by_letter: bool = False
    matter: str = ""


def judged(case: CaseFile, invitations: Sequence[Invitation], held_on: date, ctx: Context) -> None:
    """Refuse an invitation of nobody, of oneself, twice, of another province, too low a level, a delegate without post.

    Basis: S0h-三.1, S0h-三.2, XKF-26.2
    """
    names = [one.department_id for one in invitations]
    known = all(name in ctx.directory.departments for name in names)
    if not names or not known or len(set(names)) != len(names) or case.department_id in names:
        raise Refused("meeting_invitations", "S0h-三.1")
    if any(s.kind == StageKind.MEETING and not s.done and s.department_id in names for s in case.stages):
        raise Refused("meeting_invited_already", "S0h-三.1")
    regions = [ctx.directory.departments[name].centre.region for name in names]
    may_reach(case.region_code, ((region.code, region.level) for region in regions)).raise_if_refused()
    for one in invitations:
        level = ctx.directory.departments[one.department_id].centre.region.level
        may_invite(level, by_letter=one.by_letter).raise_if_refused()
        if one.delegate_id is not None:
            delegate_of(one.department_id, one.delegate_id, held_on, ctx)


def delegate_of(department_id: UUID, user_id: UUID, held_on: date, ctx: Context) -> None:
    """Refuse a delegate who holds no approval post at the department on that day.  Basis: S0h-三.1"""
    held = ctx.directory.officer(user_id, held_on).grants
    may_delegate(frozenset(g.role for g in held if g.department_id == department_id)).raise_if_refused()


def invited(
    case: CaseFile, invitations: Sequence[Invitation], meeting_id: UUID | None, held_on: date, ctx: Context
) -> Iterator[Row]:
    """Yield a stage and a seat for each department invited."""
    for one in invitations:
        stage = open_stage(
            case, StageKind.MEETING.value, ctx, department_id=one.department_id, asked_by_id=ctx.officer.user_id,
            assignee_id=one.delegate_id, starts_on=ctx.today, due_on=held_on, question=one.matter.strip(),
        )  # fmt: skip
        yield stage
        yield Row(Seat, _seat(case, one, meeting_id, stage.values["id"]))


def _seat(case: CaseFile, one: Invitation, meeting_id: UUID | None, stage_id: UUID) -> dict[str, Any]:
    return {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "meeting_id": meeting_id,
        "stage_id": stage_id, "department_id": one.department_id, "by_letter": one.by_letter,
        "delegate_id": one.delegate_id, "present": False, "conclusion": "", "effect": "", "opinion": "",
        "later_materials": "", "signed_at": None,
    }  # fmt: skip
