"""领导到窗口: a leader of a department was at its window; what he settled there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.staffing.frame import Entered, staff_act, words_of
from yichuang.records.ids import new_id
from yichuang.records.staffing.models import LeaderVisit
from yichuang.rules.verdict import Refused

_BASIS = "S0e"


@dataclass(frozen=True, slots=True)
class VisitNote:
    """Which department's leader came, who, when, and what was settled."""

    region_code: str
    department_id: UUID
    on: date
    leader: str
    words: str = ""


@staff_act(verb="staff.visit_noted")
def note_visit(wish: VisitNote, ctx: Context) -> Entered:
    """Put a visit on record: by the department itself, or by the centre.

    Raises: Refused (another department's, a day to come, nobody named).  Basis: S0e
    """
    department = ctx.directory.departments.get(wish.department_id)
    here = department is not None and department.centre.region.code == wish.region_code
    centre = ctx.officer.grant(frozenset({"centre_manager"}), region_code=wish.region_code) is not None
    own = any(grant.department_id == wish.department_id for grant in ctx.officer.grants)
    if not here or not (centre or own):
        raise Refused("visit_not_yours", _BASIS)
    if wish.on > ctx.today:
        raise Refused("visit_to_come", _BASIS)
    if wish.on.year < ctx.today.year - 1:  # a slip of the pen: the book of last year is closed
        raise Refused("visit_long_ago", _BASIS)
    row = Row(
        LeaderVisit,
        {
            "id": new_id(), "region_code": wish.region_code, "department_id": wish.department_id, "on": wish.on,
            "leader": words_of(wish.leader, 60, Refused("visit_leader_missing", _BASIS)),
            "words": wish.words.strip()[:300],
            "noted_by_id": ctx.officer.user_id, "noted_at": ctx.at,
        },
    )  # fmt: skip
    return Entered(add=(row,))
