"""叫号催办: a numbered notice to who answers for the window, with a day by which he explains."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, notice, standing
from yichuang.acts.supervision.frame import words_in
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_urge


@dataclass(frozen=True, slots=True)
class CallUrging(OnCall):
    """Which call, and what is asked."""

    request: str


@staff_act(verb="call.urged")
def urge_call(wish: CallUrging, ctx: Context) -> Entered:
    """Issue the notice.  Raises: NotFound, Refused (cleared, urged already, nothing asked).  Basis: S0b-24.2"""
    found, asked = standing(wish, ctx), words_in(wish.request)
    may_urge(found.taken, ctx.today).raise_if_refused()
    row = notice(found, MeasureKind.URGING.value, asked, "urging_answer_limit", ctx)
    return Entered(add=(row,), facts={"alert": wish.alert}, answer={"id": str(row.values["id"])})
