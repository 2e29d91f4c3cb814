"""Supervision (电子监察): rules over what the ledger tells of a case. Pure: the same history gives the same alerts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..norms import Norms
from ..working_days import Calendar
from .delays import late_steps, over_time
from .delivering import late_delivery
from .history import FOCUS, Finding, History, RuleKind, Signed
from .notices import notices_given, refusals_told
from .ordering import handled_outside, out_of_order
from .powers import delivered_outside, one_person_twice, over_authority
from .rating import unanswered_ratings
from .sending import late_hand_over, late_letters
from .stopping import pauses_watched

__all__ = ["Finding", "History", "RuleKind", "Signed", "findings"]


def findings(history: History, norms: Norms, calendar: Calendar, today: date) -> tuple[Finding, ...]:
    """Return everything that a supervisor must be shown of a case as of the beginning of `today` (异常).

    Nothing is remembered from one run to the next: whoever asks later finds what was found before, and each finding
    has a name of its own (rule and occasion) within its case.

    Basis: S3-二(六)1, XKF-72, XKF-74
    """
    found = (_focused(one, norms) for one in _all(history, norms, calendar, today))
    return tuple(sorted(found, key=lambda one: (one.on, one.rule, one.occasion)))


def _focused(one: Finding, norms: Norms) -> Finding:
    """Add the article of the place that names such things as the focus of its supervision.  Basis: S3-二(六)1"""
    focus = norms.get("supervision_focus")
    if focus is None or not isinstance(focus.value, tuple):
        return one
    if any(one.rule in FOCUS.get(word, ()) for word in focus.value):
        return replace(one, basis=f"{one.basis}, {focus.basis}")
    return one


def _all(history: History, norms: Norms, calendar: Calendar, today: date) -> Iterator[Finding]:
    yield from over_time(history, calendar, today)
    yield from late_steps(history, norms, today)
    yield from late_hand_over(history, norms, calendar, today)
    yield from late_letters(history, norms, calendar)
    yield from late_delivery(history, norms, today)
    yield from out_of_order(history)
    yield from handled_outside(history, norms)
    yield from over_authority(history, norms)
    yield from delivered_outside(history, norms)
    yield from one_person_twice(history, norms)
    yield from notices_given(history, norms)
    yield from refusals_told(history)
    yield from pauses_watched(history, norms, calendar, today)
    yield from unanswered_ratings(history, norms, today)
