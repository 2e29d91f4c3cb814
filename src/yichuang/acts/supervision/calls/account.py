"""叫号责任追究: what followed a red card, put on record; the decision itself is that of the competent authority."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.staffing.frame import Entered, staff_act
from yichuang.acts.supervision.calls.frame import OnCall, measure, standing
from yichuang.acts.supervision.frame import words_in
from yichuang.acts.supervision.words import SANCTIONS
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_account
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CallAccounting(OnCall):
    """Which manner, and the document and findings it rests on."""

    sanction: str
    reason: str


@staff_act(verb="call.accounted")
def account_for_call(wish: CallAccounting, ctx: Context) -> Entered:
    """Put it on record.

    Raises: NotFound, Refused (no red card, appeal open, answer runs, done already, no manner, no reason).
    Basis: XKF-72, S1-五3
    """
    found, reason = standing(wish, ctx), words_in(wish.reason)
    may_account(found.taken, ctx.today).raise_if_refused()
    if wish.sanction not in SANCTIONS:
        raise Refused("sanction_unknown", "XKF-72")
    row = measure(found, MeasureKind.ACCOUNTED.value, ctx, sanction=wish.sanction, words=reason)
    return Entered(add=(row,), facts={"alert": wish.alert, "sanction": wish.sanction})
