"""责任追究: what followed a red card, put on record; the decision itself is that of the competent authority."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.supervision.frame import OnAlert, measure, standing, words_in
from yichuang.acts.supervision.words import SANCTIONS
from yichuang.records.cases.reading import CaseFile
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_account
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Accounting(OnAlert):
    """Which manner, and the document and findings it rests on."""

    sanction: str
    reason: str


@case_act(verb="case.accounted")
def hold_accountable(case: CaseFile, wish: Accounting, ctx: Context) -> Work:
    """Put it on record.  Raises: Refused (no red card, appeal open, answer runs, done already, manner, no reason).

    Basis: XKF-72, XKF-74, S1-五3
    """
    found, reason = standing(case, wish.alert), words_in(wish.reason)
    may_account(found.taken, ctx.today).raise_if_refused()
    if wish.sanction not in SANCTIONS:
        raise Refused("sanction_unknown", "XKF-72")
    row = measure(case, found, MeasureKind.ACCOUNTED.value, ctx, sanction=wish.sanction, words=reason)
    return Work(add=(row,), facts={"alert": found.alert.id, "sanction": wish.sanction})
