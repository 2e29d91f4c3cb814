"""Why a deadline is what it is (这个日期怎么算的): each day from start to end, with reason and article.

The last counted day of the list *is* the deadline. Working days numbered from one origin are made once and
then sliced, so that a deadline with its explanation costs some microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .clock import Clock
from .clockwork.counting import Span, Stop, last_counted, span_of, stops_of
from .clockwork.pauses import name_of
from .clockwork.terms import ClockTerms
from .norms import Term
from .working_days import Calendar, Day, DayKind

RUNNING_DAYS_BASIS = "MFD-201.1"
ROLL_BASIS = "MFD-203.1"


class ExplainedDay(NamedTuple):
    """One day of a deadline: does it count, why or why not (in Chinese), under which article."""

    on: date
    counts: bool
    why: str
    basis: str


def explain(clock: Clock, terms: ClockTerms, calendar: Calendar, *, promised: bool = False) -> tuple[ExplainedDay, ...]:
    """Return the days of the decision limit, from the day after the start to the due day (到期日说明).

    The last counted day is the due date. While an open pause holds the clock, the list goes on to the day the
    clock was read (at least into that pause) and has no due date. `promised` explains the promised limit
    instead of the statutory one.

    Returns: () before acceptance, or where nothing was promised.  Raises: OutsideCalendar.
    Basis: XKF-42, XKF-45, XKF-82, MFD-201, MFD-203.1.
    """
    due = clock.promised if promised else clock.due
    if due is None or clock.started_on is None:
        return ()
    start = calendar.at[clock.started_on]
    stops = stops_of(clock.pauses, clock.started_on, calendar) if clock.pauses else ()
    end = calendar.at[due.on or max(clock.as_of, clock.pauses[-1].first)]
    span = span_of(due.limit, clock.started_on, clock.extension_days)
    days = _days(start, end, span, _Stopped(stops, terms.pause_basis), calendar)
    if due.on is not None:
        _cite(days, due.basis, clock.extension_days, terms.extension_basis)
    return tuple(days)


def explain_term(start: date, term: Term, calendar: Calendar) -> tuple[ExplainedDay, ...]:
    """Return the days of any term that nothing stops: an answer, a step, a remedy (期限说明).

    Returns: the days after `start`; the last counted day is `periods.end_of` the same term.
    Raises: ValueError for a unit that is no time; OutsideCalendar.
    Basis: MFD-201, MFD-202, MFD-203.1, XKF-82.
    """
    span, position = span_of(term, start), calendar.at[start]
    end = last_counted(position, span, (), calendar)
    days = _days(position, position if end is None else end, span, _Stopped((), ""), calendar)
    _cite(days, term.basis, 0, "")
    return tuple(days)


def first_counted(days: Iterable[ExplainedDay]) -> date | None:
    """Return the day on which the count begins (起算): the first one after the start that counts, None where none does.

    Basis: MFD-201, XKF-82.
    """
    return next((day.on for day in days if day.counts), None)


class _Stopped(NamedTuple):
    stops: Sequence[Stop]
    basis: str


def _days(start: int, end: int, span: Span, stopped: _Stopped, calendar: Calendar) -> list[ExplainedDay]:
    if span.working:
        return _working_days(start, end, stopped, calendar)
    return list(_running_days(start, end, span, stopped, calendar))


def _working_days(start: int, end: int, stopped: _Stopped, calendar: Calendar) -> list[ExplainedDay]:
    """Return the days of a limit in working days: numbered runs between the pauses.

    Basis: XKF-82, XKF-45.
    """
    days: list[ExplainedDay] = []
    position, counted = start, 0
    for stop in stopped.stops:
        if stop.before >= end:
            break
        days += _run(position, stop.before, counted, calendar)
        counted += calendar.upto[stop.before] - calendar.upto[position]
        position = end if stop.last is None else min(stop.last, end)
        days += _paused(stop, position, stopped.basis, calendar)
    days += _run(position, end, counted, calendar)
    return days


def _run(before: int, last: int, counted: int, calendar: Calendar) -> tuple[ExplainedDay, ...]:
    """Return the days after `before` up to `last`, numbered on from `counted`."""
    if last <= before:
        return ()
    origin = calendar.nth[calendar.upto[before] - counted]
    size = 64
    while size < last - origin:
        size *= 2
    return _numbered(calendar, origin, size)[before - origin : last - origin]


def _paused(stop: Stop, last: int, basis: str, calendar: Calendar) -> list[ExplainedDay]:
    """Return the days of a pause: rest days stay rest days, working days do not count.  Basis: XKF-45."""
    words, rest, days = f"{name_of(stop.kind)}不计入期限", _rest_days(calendar), calendar.days
    return [rest[at] or ExplainedDay(days[at].on, False, words, basis) for at in range(stop.before + 1, last + 1)]


def _running_days(start: int, end: int, span: Span, stopped: _Stopped, calendar: Calendar) -> Iterator[ExplainedDay]:
    """Return the days of a limit in running days; rest days at its end are rolled over.

    Basis: MFD-201, MFD-203.1.
    """
    number = 0
    for at in range(start + 1, end + 1):
        day = calendar.days[at]
        stop = next((s for s in stopped.stops if s.before < at and (s.last is None or at <= s.last)), None)
        if stop is not None:
            yield ExplainedDay(day.on, False, f"{name_of(stop.kind)}不计入期限", stopped.basis)
            continue
        number += 1
        if number >= span.number and at < end:
            yield ExplainedDay(day.on, False, f"{_rest_words(day) or day.why}，顺延", ROLL_BASIS)
        else:
            yield ExplainedDay(day.on, True, f"第 {min(number, span.number)} 日", RUNNING_DAYS_BASIS)


def _cite(days: list[ExplainedDay], basis: str, extension: int, extension_basis: str) -> None:
    """Cite the article of the limit on its last day, that of the extension on the days it added."""
    at = len(days) - 1
    if at >= 0:
        last = days[at]
        days[at] = ExplainedDay(last.on, last.counts, last.why, basis)
    while extension > 0 and at >= 0:
        if days[at].counts:
            days[at] = days[at]._replace(why=f"{days[at].why}（延期）", basis=extension_basis or basis)
            extension -= 1
        at -= 1


@lru_cache(maxsize=4096)
def _numbered(calendar: Calendar, origin: int, size: int) -> tuple[ExplainedDay, ...]:
    """Return the `size` days after a position, its working days numbered from one."""
    rest, number, days = _rest_days(calendar), 0, []
    for at in range(origin + 1, min(origin + 1 + size, len(rest))):
        explained = rest[at]
        if explained is None:
            number, day = number + 1, calendar.days[at]
            name = f"{day.why}，" if day.kind is DayKind.MAKEUP else ""
            explained = ExplainedDay(day.on, True, f"{name}第 {number} 个工作日", day.basis)
        days.append(explained)
    return tuple(days)


@lru_cache(maxsize=64)
def _rest_days(calendar: Calendar) -> tuple[ExplainedDay | None, ...]:
    """Return every rest day of the calendar explained, None for a working day."""
    words = ((day, _rest_words(day)) for day in calendar.days)
    return tuple(None if why is None else ExplainedDay(day.on, False, why, day.basis) for day, why in words)


def _rest_words(day: Day) -> str | None:
    if day.counts:
        return None
    return f"{day.why}放假" if day.kind is DayKind.HOLIDAY else day.why
