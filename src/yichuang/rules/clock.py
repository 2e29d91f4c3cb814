"""The statutory clock (计时): a pure fold over dated facts; nothing is counted up, all is computed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .counting import Span, last_counted, span_of
from .facts import ClockFact, FactKind
from .norms import Term
from .pauses import Pause, after, pauses_of
from .reception import Reception, receive
from .terms import ClockStart, ClockTerms, clock_terms
from .working_days import Calendar

__all__ = ["Clock", "ClockStart", "ClockTerms", "Due", "clock_terms", "fold"]

_SAME_DAY_ORDER = {kind: rank for rank, kind in enumerate(FactKind)}
_ENDINGS = (FactKind.WITHDRAWN, FactKind.CLOSED)


@dataclass(frozen=True, slots=True)
class Due:
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


def fold(facts: Sequence[ClockFact], terms: ClockTerms, calendar: Calendar, *, as_of: date) -> Clock:
    """Return the clock of a case from its dated facts (计时).

    Whoever does not answer a receipt in time has accepted it from the receipt on; a later acceptance, notice
    or refusal changes nothing. After a notice in time the answer runs anew from the complete supplement. Days
    of a pause do not count; an extension lengthens the statutory and the promised limit.

    Units: civil dates; extension in days of the limit's own unit.
    Shape: facts in any order; on one day they take effect in the order of FactKind.
    Returns: Clock.  Raises: OutsideCalendar.
    Basis: XKF-32.1(4), XKF-32.1(5), XKF-42, XKF-45, XKF-82, S0b-6, S0b-15.
    """
    history = sorted(facts, key=_in_order) if len(facts) > 1 else facts
    reception = receive(history, terms, calendar, as_of=as_of)
    started, extension, decided, paused = reception.started_on, 0, None, False
    closed = reception.closed
    for fact in history:
        kind = fact.kind
        if kind is FactKind.EXTENDED:
            extension += fact.days
        elif kind is FactKind.PAUSED:
            paused = True
        elif kind is FactKind.DECIDED and decided is None:
            decided = fact.on
        elif kind in _ENDINGS:
            closed = True
    pauses = after(pauses_of(history), started) if paused and started else ()
    due = promised = None
    if started:
        due = _due(terms.decision, started, extension, pauses, calendar)
        promised = _due(terms.promised, started, extension, pauses, calendar) if terms.promised else None
    standing = _standing(pauses, as_of)
    return Clock(
        received_on=reception.received_on,
        answer_by=reception.answer_by,
        accepted_on=reception.accepted_on,
        deemed=reception.deemed,
        started_on=started,
        due=due,
        promised=promised,
        warn_on=_warn_on(reception, terms, extension, pauses, calendar),
        paused=standing is not None,
        pause_kind=standing.kind if standing else "",
        extension_days=extension,
        decided_on=decided,
        closed=closed,
        provisional=_provisional(due, promised, reception, calendar),
        correcting=reception.correcting and not closed,
        pauses=pauses,
        as_of=as_of,
    )


def _in_order(fact: ClockFact) -> tuple[date, int]:
    return fact.on, _SAME_DAY_ORDER[fact.kind]


def _due(term: Term, start: date, extension: int, pauses: Sequence[Pause], calendar: Calendar) -> Due:
    """Return the last day of a limit.  Basis: XKF-42, XKF-45, MFD-201."""
    position = last_counted(calendar.index(start), span_of(term, start, extension), pauses, calendar)
    if position is None:
        return Due(None, False, term.basis, term)
    on = calendar.days[position].on
    return Due(on, on > calendar.published_through, term.basis, term)


def _warn_on(
    reception: Reception, terms: ClockTerms, extension: int, pauses: Sequence[Pause], calendar: Calendar
) -> date | None:
    """Return the first day on which no more than the warning share of the shown limit is left (预警日)."""
    started = reception.started_on
    term = (terms.promised or terms.decision) if started else terms.answer
    start = started or reception.waiting_since
    if start is None:
        return None
    span = span_of(term, start, extension if started else 0)
    share = span.number * terms.warn_share.numerator // terms.warn_share.denominator
    early = Span(max(span.number - max(share, terms.warn_min), 0), span.working, False)
    position = last_counted(calendar.index(start), early, pauses, calendar)
    return None if position is None else calendar.days[position].on


def _standing(pauses: Sequence[Pause], as_of: date) -> Pause | None:
    for pause in pauses:
        if pause.first <= as_of and (pause.last is None or as_of < pause.last):
            return pause
    return None


def _provisional(due: Due | None, promised: Due | None, reception: Reception, calendar: Calendar) -> bool:
    """Return whether a date shown to people lies beyond the published holiday notices (暂定)."""
    if due is not None:
        return due.provisional or (promised is not None and promised.provisional)
    return reception.answer_by is not None and calendar.provisional(reception.answer_by)
