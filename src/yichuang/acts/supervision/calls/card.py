"""叫号亮牌: a yellow, then a red card for a window at which calls come to nothing."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.staffing.frame import Entered, norms_here, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, notice, standing
from yichuang.acts.supervision.frame import words_in
from yichuang.rules.supervision.measures import may_card


@dataclass(frozen=True, slots=True)
class CallCarding(OnCall):
    """Which call, yellow or red, and what has to be done, with the reasons."""

    colour: str
    reason: str


@staff_act(verb="call.carded")
def card_call(wish: CallCarding, ctx: Context) -> Entered:
    """Issue the card.

    Raises: NotFound, Refused (cleared, carded already, yellow first, appeal open, no reason).  Basis: S0b-24.3, XKF-72
    """
    found, reason = standing(wish, ctx), words_in(wish.reason)
    may_card(wish.colour, found.taken, norms_here(wish.region_code, ctx), ctx.today).raise_if_refused()
    row = notice(found, wish.colour, reason, "card_answer_limit", ctx)
    facts = {"alert": wish.alert, "colour": wish.colour}
    return Entered(add=(row,), facts=facts, answer={"id": str(row.values["id"])})
