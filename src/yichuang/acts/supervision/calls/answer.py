"""叫号答复、申辩: who answers for the window explains in writing, or asks for a second look at a card."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, measure, standing
from yichuang.acts.supervision.frame import taken_of, words_in
from yichuang.records.supervision.models import CallMeasure, MeasureKind
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.supervision.measures import may_answer
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CallAnswer(OnCall):
    """Which notice or card, what is said, and whether a second look is asked for."""

    measure: UUID
    words: str
    appeal: bool = False


@staff_act(verb="call.answered")
def answer_call(wish: CallAnswer, ctx: Context) -> Entered:
    """Put the answer on record.

    Raises: NotFound, Refused (nothing to answer, not addressed, no second look, too late, nothing said).
    Basis: S0b-24.2, S0b-24.3
    """
    found, said = standing(wish, ctx), words_in(wish.words)
    asked = next((row for row in found.measures if row.id == wish.measure), None)
    may_answer(taken_of(asked) if asked else None, ctx.today, appeal=wish.appeal).raise_if_refused()
    if asked is None or not addressed(asked, ctx.officer):
        raise Refused("not_addressed", "S0b-24.2")
    kind = MeasureKind.APPEAL if wish.appeal else MeasureKind.REPLY
    row = measure(found, kind.value, ctx, answers_id=asked.id, words=said)
    change = Change(CallMeasure, asked.id, {"answered_at": ctx.at})
    return Entered(add=(row,), change=(change,), facts={"alert": wish.alert, "kind": kind.value})


def addressed(row: CallMeasure, officer: Officer) -> bool:
    """Say whether a notice is to this officer: a leader of the department, or for the centre its manager.

    Nobody answers what he issued himself.  Basis: S0b-24.2
    """
    if row.officer_id == officer.user_id:
        return False
    here = [grant for grant in officer.grants if grant.region_code == row.region_code]
    if row.department_id is None:
        return any(grant.role == "centre_manager" for grant in here)
    return any(grant.department_id == row.department_id and grant.role in LEADERS for grant in here)
