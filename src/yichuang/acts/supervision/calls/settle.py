"""叫号复核: another person than the one who issued the card upholds or lifts it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, measure, standing
from yichuang.acts.supervision.frame import words_in
from yichuang.records.supervision.models import CallMeasure, MeasureKind
from yichuang.rules.supervision.measures import may_settle, open_appeal
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CallSettlement(OnCall):
    """Whether the card is lifted, and why."""

    lift: bool
    reason: str


@staff_act(verb="call.appeal_settled")
def settle_call(wish: CallSettlement, ctx: Context) -> Entered:
    """Uphold or lift the card.

    Raises: NotFound, Refused (no appeal, own card, own appeal, no reason).  Basis: S0b-24.3
    """
    found, reason = standing(wish, ctx), words_in(wish.reason)
    may_settle(found.taken, ctx.officer.user_id).raise_if_refused()
    appeal = open_appeal(found.taken)
    if appeal is None:
        raise Refused("no_appeal", "S0b-24.3")
    kind = MeasureKind.LIFTED if wish.lift else MeasureKind.UPHELD
    row = measure(found, kind.value, ctx, answers_id=appeal.answers, words=reason)
    change = Change(CallMeasure, appeal.id, {"answered_at": ctx.at})
    return Entered(add=(row,), change=(change,), facts={"alert": wish.alert, "kind": kind.value})
