"""Counting a limit over the calendar's tables (计数): positions instead of dates, a few look-ups each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from .norms import Term, Unit
from .pauses import Pause
from .periods import last_day, roll_index
from .working_days import Calendar


class Span(NamedTuple):
    """How many days a limit has, whether only working days count, whether its end rolls over rest days."""

    number: int
    working: bool
    rolls: bool


def span_of(term: Term, start: date, extension: int = 0) -> Span:
    """Return a limit as a number of days to count after `start`; months become the days they have there.

    Units: `extension` in days of the term's own kind.
    Basis: MFD-201, MFD-202, XKF-82.
    """
    if term.unit is Unit.WORKING_DAY:
        return Span(term.number + extension, True, False)
    return Span((last_day(start, term) - start).days + extension, False, term.unit is not Unit.HOUR)


def last_counted(start: int, span: Span, pauses: Sequence[Pause], calendar: Calendar) -> int | None:
    """Return the position of the last counted day, None while an open pause comes before it.

    Shape: `pauses` in order, apart, after the start.  Raises: OutsideCalendar.
    Basis: XKF-42, XKF-45, XKF-82, MFD-203.1.
    """
    if span.working:
        return _last_working(start, span.number, pauses, calendar)
    return _last_running(start, span, pauses, calendar)


def _last_working(start: int, number: int, pauses: Sequence[Pause], calendar: Calendar) -> int | None:
    if number <= 0:
        return start
    upto = calendar.upto
    target = upto[start] + number
    for pause in pauses:
        first = calendar.index(pause.first)
        if target <= upto[first - 1]:
            break
        if pause.last is None:
            return None
        target += upto[calendar.index(pause.last)] - upto[first - 1]
    return calendar.nth_index(target)


def _last_running(start: int, span: Span, pauses: Sequence[Pause], calendar: Calendar) -> int | None:
    position = start + span.number
    for pause in pauses:
        first = calendar.index(pause.first)
        if position < first and _rolled(position, span, calendar) < first:
            break
        if pause.last is None:
            return None
        last = calendar.index(pause.last)
        position = last + 1 if position < first else position + last - first + 1
    return _rolled(position, span, calendar)


def _rolled(position: int, span: Span, calendar: Calendar) -> int:
    calendar.check(position)
    return roll_index(position, calendar) if span.rolls and span.number > 0 else position


def counted_upto(start: int, until: int, span: Span, pauses: Sequence[Pause], calendar: Calendar) -> int:
    """Return how many days of a limit were counted after `start` up to and including `until`."""
    total = _counted(start, until, span.working, calendar)
    for pause in pauses:
        first = calendar.index(pause.first)
        last = until if pause.last is None else min(until, calendar.index(pause.last))
        if last >= first:
            total -= _counted(first - 1, last, span.working, calendar)
    return total


def _counted(start: int, until: int, working: bool, calendar: Calendar) -> int:
    return calendar.upto[until] - calendar.upto[start] if working else until - start
