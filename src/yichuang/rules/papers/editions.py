"""From which day an edited template may hold (模板施行日期)."""

from __future__ import annotations

from datetime import date

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

BASIS = "XKF-32.2"
_YEARS = 2  # of ours: nobody words a paper for later than that


def may_take_effect(effective_on: date, today: date, latest_on: date | None) -> Verdict:
    """Say whether an edition may take effect on that day: after today, and not before the newest one.

    So a paper that was numbered once never looks otherwise afterwards, made late or made again.

    Basis: XKF-32.2
    """
    if effective_on <= today:
        return refuse("template_too_early", BASIS, today=today)
    if latest_on is not None and effective_on < latest_on:
        return refuse("template_before_latest", BASIS, first=latest_on)
    if effective_on > date(today.year + _YEARS, 12, 31):
        return refuse("template_too_late", "YC", last=date(today.year + _YEARS, 12, 31))
    return ALLOWED
