"""核销异常: looked into and explained, with the reason; the alert and its proof stay on record."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.supervision.frame import OnAlert, measure, standing, words_in
from yichuang.records.cases.reading import CaseFile
from yichuang.records.supervision.models import MeasureKind
from yichuang.rules.supervision.measures import may_clear


@dataclass(frozen=True, slots=True)
class Clearing(OnAlert):
    """Which alert, and what was found out."""

    reason: str


@case_act(verb="case.alert_cleared")
def clear_alert(case: CaseFile, wish: Clearing, ctx: Context) -> Work:
    """Clear the alert.  Raises: Refused (no such alert, cleared already, a card stands, no reason).

    Basis: XKF-61.2
    """
    found, reason = standing(case, wish.alert), words_in(wish.reason)
    may_clear(found.taken).raise_if_refused()
    row = measure(case, found, MeasureKind.CLEARED.value, ctx, words=reason)
    return Work(add=(row,), facts={"alert": found.alert.id, "rule": found.alert.rule})
