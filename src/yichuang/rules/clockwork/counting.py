"""Counting a limit over the calendar's tables (计数): positions instead of dates, a few look-ups each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..norms import Term, Unit
from ..periods import last_day, roll_index
from ..working_days import Calendar
from .pauses import Pause

_WORKING, _HOUR = Unit.WORKING_DAY, Unit.HOUR


class Span(NamedTuple):
    """How many days a limit has, whether only working days count, whether its end rolls over rest days."""

    number: int
    working: bool
    rolls: bool


class Stop(NamedTuple):
    """A pause by position: the day before it, its last day (None while open), both in working days, why."""

    before: int
    last: int | None
    worked_before: int
    worked: int
    kind: str


def span_of(term: Term, start: date, extension: int = 0) -> Span:
    """Return a limit as a number of days to count after `start`; months become the days they have there.

    Units: `extension` in days of the term's own kind.
    Basis: MFD-201, MFD-202, XKF-82.
    """
    if term.unit is _WORKING:
        return Span(term.number + extension, True, False)
    return Span((last_day(start, term) - start).days + extension, False, term.unit is not _HOUR)


def stops_of(pauses: Sequence[Pause], start: date, calendar: Calendar) -> list[Stop]:
    """Return by position what of the pauses lies after `start`.

    Shape: `pauses` in order, apart.  Raises: OutsideCalendar.
    """
    stops, upto, begin = [], calendar.upto, calendar.at[start]
    for pause in pauses:
        last = None if pause.last is None else calendar.at[pause.last]
        if last is None or last > begin:
            before = max(calendar.at[pause.first] - 1, begin)
            worked = 0 if last is None else upto[last] - upto[before]
            stops.append(Stop(before, last, upto[before], worked, pause.kind))
    return stops


def last_counted(start: int, span: Span, stops: Sequence[Stop], calendar: Calendar) -> int | None:
    """Return the position of the last counted day, None while an open pause comes before it.

    Shape: `stops` in order, apart, after the start.  Raises: OutsideCalendar.
    Basis: XKF-42, XKF-45, XKF-82, MFD-203.1.
    """
    if not span.working:
        return _last_running(start, span, stops, calendar)
    if span.number <= 0:
        return start
    target = calendar.upto[start] + span.number
    for stop in stops:
        if target <= stop.worked_before:
            break
        if stop.last is None:
            return None
        target += stop.worked
    return calendar.nth_index(target)


def _last_running(start: int, span: Span, stops: Sequence[Stop], calendar: Calendar) -> int | None:
    position = start + span.number
    for stop in stops:
        if position <= stop.before and _rolled(position, span, calendar) <= stop.before:
            break
        if stop.last is None:
            return None
        position = stop.last + max(position - stop.before, 1)
    return _rolled(position, span, calendar)


def _rolled(position: int, span: Span, calendar: Calendar) -> int:
    calendar.check(position)
    return roll_index(position, calendar) if span.rolls and span.number > 0 else position


def counted_upto(start: int, until: int, span: Span, stops: Sequence[Stop], calendar: Calendar) -> int:
    """Return how many days of a limit were counted after `start` up to and including `until`."""
    total = _counted(start, until, span.working, calendar)
    for stop in stops:
        last = until if stop.last is None else min(until, stop.last)
        if last > stop.before:
            total -= _counted(stop.before, last, span.working, calendar)
    return total


def _counted(start: int, until: int, working: bool, calendar: Calendar) -> int:
    return calendar.upto[until] - calendar.upto[start] if working else until - start
