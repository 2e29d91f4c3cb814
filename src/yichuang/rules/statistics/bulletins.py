"""Bulletins (通报): when one is due, what may be written into it, and which figures it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ..verdict import ALLOWED, Verdict, refuse
from ..working_days import Calendar
from .periods import Period, PeriodKind, before, period_of

PERIODS: Mapping[str, str] = {
    "weekly": PeriodKind.WEEK, "monthly": PeriodKind.MONTH, "quarterly": PeriodKind.QUARTER,
}  # fmt: skip
MOST = 1000
_DAY = timedelta(days=1)
_NAMED = re.compile(r"【([^【】]*)】")
_TYPED = re.compile(r"[0-9０-９][0-9０-９.,，．]*\s*(?:件|%|％|个百分点|元|万元|人次)")


def ready_on(period: Period, calendar: Calendar) -> date:
    """Return the day on which a bulletin is drafted: a week's on its last working day, others when they are over.

    Units: civil dates. A week without any working day is told on its last day.
    Basis: S1-五2, S2, S0b-24.3
    """
    if period.kind != PeriodKind.WEEK:
        return period.last + _DAY
    days = (period.last - _DAY * back for back in range(7))
    return next((on for on in days if calendar.is_working(on)), period.last)


def due(every: Sequence[str], today: date, calendar: Calendar) -> list[Period]:
    """Return the last period of each kind whose bulletin is to be drafted by today.  Basis: S1-五2, S2"""
    found = []
    for word in every:
        period = period_of(PERIODS[word], today)
        found.append(period if ready_on(period, calendar) <= today else before(period))
    return found


def may_draft(period: Period, every: Sequence[str], today: date, calendar: Calendar) -> Verdict:
    """Say whether a bulletin on a period may be drafted: of a kind that is in use here, not before its day.

    Returns: ALLOWED, `bulletin_not_used` or `bulletin_early`.
    Basis: S1-五2, S2
    """
    if period.kind not in {PERIODS[word] for word in every}:
        return refuse("bulletin_not_used", "S1-五2")
    on = ready_on(period, calendar)
    return ALLOWED if on <= today else refuse("bulletin_early", "S1-五2", on=on)


def may_word(words: Mapping[str, str], figures: Mapping[str, str]) -> Verdict:
    """Say whether words may stand in a bulletin: figures come by their names (【收件】), never typed by hand.

    Returns: ALLOWED, `bulletin_empty`, `bulletin_long`, `bulletin_no_figure` or `bulletin_typed_figure`.
    Basis: S1-五2
    """
    if not any(text.strip() for text in words.values()):
        return refuse("bulletin_empty", "S1-五2")
    for text in words.values():
        if len(text) > MOST:
            return refuse("bulletin_long", "S1-五2", most=MOST)
        unknown = next((name for name in _NAMED.findall(text) if name not in figures), None)
        if unknown is not None:
            return refuse("bulletin_no_figure", "S1-五2", what=unknown[:20])
        typed = _TYPED.search(_NAMED.sub("", text))
        if typed is not None:
            return refuse("bulletin_typed_figure", "S1-五2", what=typed[0][:20])
    return ALLOWED


def filled(text: str, figures: Mapping[str, str]) -> str:
    """Return words with the figures in the place of their names.  Basis: S1-五2"""
    return _NAMED.sub(lambda found: figures.get(found[1], found[0]), text)
