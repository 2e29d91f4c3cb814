"""The statutory clock (计时): a pure fold over dated facts; nothing is counted up, all is computed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from .clockwork.counting import Span, Stop, last_counted, span_of, stops_of
from .clockwork.pauses import Pause, pauses_of, standing
from .clockwork.reception import Reception, receive
from .clockwork.terms import ClockStart, ClockTerms, clock_terms
from .facts import ClockFact, FactKind
from .norms import Term
from .working_days import Calendar

__all__ = ["Clock", "ClockStart", "ClockTerms", "Due", "clock_terms", "fold"]

_PAUSED, _EXTENDED, _DECIDED = FactKind.PAUSED, FactKind.EXTENDED, FactKind.DECIDED
_WITHDRAWN, _CLOSED = FactKind.WITHDRAWN, FactKind.CLOSED
_DAY = attrgetter("on")


class Due(NamedTuple):
    """The last lawful day (到期日): None while an open pause stands before it; `explain` lists its days."""

    on: date | None
    provisional: bool
    basis: str
    limit: Term


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a case stands in time on the day `as_of`.

    `answer_by` is the day by which the office must answer whether it accepts; None while the applicant
    supplements (`correcting`). `paused` is True from the first day of a pause until it is resumed.
    """

    received_on: date | None
    answer_by: date | None
    accepted_on: date | None
    deemed: bool
    started_on: date | None
    due: Due | None
    promised: Due | None
    warn_on: date | None
    paused: bool
    pause_kind: str
    extension_days: int
    decided_on: date | None
    closed: bool
    provisional: bool
    correcting: bool
    pauses: tuple[Pause, ...]
    as_of: date
    extensions: int = 0


def fold(facts: Sequence[ClockFact], terms: ClockTerms, calendar: Calendar, *, as_of: date) -> Clock:
    """Return the clock of a case from its dated facts (计时).

    Whoever does not answer a receipt in time has accepted it from the receipt on; a later acceptance, notice
    or refusal changes nothing. After a notice in time the answer runs anew from the complete supplement. Days
    of a pause do not count; an extension lengthens the statutory and the promised limit. What stands in the
    facts is taken as allowed: `limits` judges before, the fold attaches only what the law itself attaches.

    Units: civil dates; extension in days of the limit's own unit.
    Shape: facts in any order of days; those of one day in the order in which they happened.
    Returns: Clock.  Raises: OutsideCalendar.
    Basis: XKF-32.1(4), XKF-32.1(5), XKF-42, XKF-45, XKF-82, S0b-6, S0b-15.
    """
    history = sorted(facts, key=_DAY)
    reception = receive(history, terms, calendar, as_of=as_of)
    course = _course(history)
    extension, closed = course.days, course.closed
    started = reception.started_on
    pauses = pauses_of(history) if course.paused and started is not None else ()
    stops = stops_of(pauses, started, calendar) if pauses and started is not None else ()
    due, promised, warn_on = _dates(reception, terms, extension, stops, calendar)
    stop = standing(pauses, as_of) if pauses else None
    return Clock(
        reception.received_on,
        reception.answer_by,
        reception.accepted_on,
        reception.deemed,
        started,
        due,
        promised,
        warn_on,
        stop is not None,
        stop.kind if stop is not None else "",
        extension,
        course.decided_on,
        closed or reception.refused,
        _provisional(due, promised, reception, calendar),
        reception.correcting and not closed,
        pauses,
        as_of,
        course.extensions,
    )


class _Course(NamedTuple):
    """What happened besides the answer."""

    extensions: int
    days: int
    decided_on: date | None
    closed: bool
    paused: bool


def _course(history: Sequence[ClockFact]) -> _Course:
    extensions, days, decided, closed, paused = 0, 0, None, False, False
    for fact in history:
        kind = fact.kind
        if kind is _PAUSED:
            paused = True
        elif kind is _EXTENDED:
            extensions, days = extensions + 1, days + fact.days
        elif kind is _DECIDED:
            decided = decided or fact.on
        elif kind is _WITHDRAWN or kind is _CLOSED:
            closed = True
    return _Course(extensions, days, decided, closed, paused)


def _dates(
    reception: Reception, terms: ClockTerms, extension: int, stops: Sequence[Stop], calendar: Calendar
) -> tuple[Due | None, Due | None, date | None]:
    """Return the statutory and the promised due date and the warning for the one that is shown.

    Basis: XKF-42, XKF-45, MFD-201.
    """
    started = reception.started_on
    if started is None:
        since = reception.waiting_since
        warn = None if since is None else _warn_on(since, span_of(terms.answer, since), terms, (), calendar)
        return None, None, warn
    span, promised = span_of(terms.decision, started, extension), None
    due = _due(started, span, terms.decision, stops, calendar)
    if terms.promised is not None:
        span = span_of(terms.promised, started, extension)
        promised = _due(started, span, terms.promised, stops, calendar)
    return due, promised, _warn_on(started, span, terms, stops, calendar)


def _due(start: date, span: Span, term: Term, stops: Sequence[Stop], calendar: Calendar) -> Due:
    """Return the last day of a limit.  Basis: XKF-42, XKF-45, MFD-201."""
    position = last_counted(calendar.at[start], span, stops, calendar)
    if position is None:
        return Due(None, False, term.basis, term)
    on = calendar.days[position].on
    return Due(on, on > calendar.published_through, term.basis, term)


def _warn_on(start: date, span: Span, terms: ClockTerms, stops: Sequence[Stop], calendar: Calendar) -> date | None:
    """Return the day from which no more than the warning share of a limit is left (预警日)."""
    share = span.number * terms.warn_share.numerator // terms.warn_share.denominator
    early = Span(max(span.number - max(share, terms.warn_min), 0), span.working, False)
    position = last_counted(calendar.at[start], early, stops, calendar)
    return None if position is None else calendar.days[position].on


def _provisional(due: Due | None, promised: Due | None, reception: Reception, calendar: Calendar) -> bool:
    """Return whether a date shown to people lies beyond the published holiday notices (暂定)."""
    if due is not None:
        return due.provisional or (promised is not None and promised.provisional)
    return reception.answer_by is not None and calendar.provisional(reception.answer_by)
