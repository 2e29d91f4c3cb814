"""From which day a new version of an item may hold (施行日期)."""

from __future__ import annotations

from datetime import date

from ..verdict import ALLOWED, Verdict, refuse

_YEARS_AHEAD = 1  # the end of the next year: a slip of the year would bar every later version till then


def may_take_effect(on: date, *, today: date, latest_on: date | None) -> Verdict:
    """Say whether a new version may hold from this day: not before today or the version before it, nor far ahead.

    Basis: XKF-8.1
    """
    if latest_on is None:
        return ALLOWED
    first, last = max(today, latest_on), date(max(today, latest_on).year + _YEARS_AHEAD, 12, 31)
    if on < first:
        return refuse("version_too_early", "XKF-8", first=first)
    if on > last:
        return refuse("version_too_far", "YC", last=last)
    return ALLOWED
