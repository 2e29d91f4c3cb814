"""受理投诉: the desk takes a complaint on, names who answers it, and the time to answer begins.

Whoever was complained of by name only is found out first, or it is said that nobody can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import LONGEST, Deed, OnConcern, last_day
from yichuang.acts.context import Context
from yichuang.records.feedback.access import accused_in
from yichuang.records.feedback.models import Concern, ConcernSource, ConcernTarget
from yichuang.rules.feedback.concerns import limit_of
from yichuang.rules.feedback.conflicts import may_work_on
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Acceptance(OnConcern):
    """Which department answers; who it was that was complained of, or that nobody can tell (无法确定)."""

    department_id: UUID | None = None
    person_id: UUID | None = None
    unidentified: bool = False


@concern_act(verb="concern.accepted")
def accept_concern(row: Concern, wish: Acceptance, ctx: Context) -> Deed:
    """Put the acceptance on record.

    Raises: Refused (no department, not waiting for it, the person not found out, oneself complained of).

    Basis: YSHJ-49
    """
    department = wish.department_id or row.department_id
    if department is None or department not in ctx.directory.departments:
        raise Refused("concern_department", "YSHJ-49")
    due = last_day(limit_of(row.kind, row.source == ConcernSource.HOTLINE), row, ctx)
    values = {"department_id": department, "accepted_on": ctx.today, "due_on": due}
    values |= _found_out(row, wish, department, ctx)
    return Deed(values, wish.words.strip()[:LONGEST], due_on=due, department_id=department)


def _found_out(row: Concern, wish: Acceptance, department: UUID, ctx: Context) -> dict[str, Any]:
    """Return what changes of the object of a complaint about somebody of whom only the name was told."""
    accused = accused_in(row)
    if not accused.unknown:
        return {}
    if wish.person_id in ctx.directory.postings:
        may_work_on(ctx.officer, accused._replace(person=wish.person_id)).raise_if_refused()
        return {"person_id": wish.person_id}
    if not wish.unidentified:
        raise Refused("person_unnamed", "YSHJ-49")
    return {"target": ConcernTarget.DEPARTMENT.value, "target_department_id": department, "person_named": ""}
