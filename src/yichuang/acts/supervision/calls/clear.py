"""叫号核销: looked into and explained, with the reason; the call and its finding stay on record."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, measure, standing
from yichuang.acts.supervision.frame import words_in
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_clear


@dataclass(frozen=True, slots=True)
class CallClearing(OnCall):
    """Which call, and what was found out."""

    reason: str


@staff_act(verb="call.cleared")
def clear_call(wish: CallClearing, ctx: Context) -> Entered:
    """Clear the finding.  Raises: NotFound, Refused (cleared already, a card stands, no reason).  Basis: XKF-61.2"""
    found, reason = standing(wish, ctx), words_in(wish.reason)
    may_clear(found.taken).raise_if_refused()
    row = measure(found, MeasureKind.CLEARED.value, ctx, words=reason)
    return Entered(add=(row,), facts={"alert": wish.alert})
