"""From receipt to acceptance (收件到受理): the answer, one correction notice, and the effect of silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .facts import ClockFact, FactKind
from .periods import end_of
from .terms import ClockStart, ClockTerms
from .working_days import Calendar

_ENDS = frozenset({FactKind.NOT_ACCEPTED, FactKind.DECIDED, FactKind.WITHDRAWN, FactKind.CLOSED})


@dataclass(frozen=True, slots=True)
class Reception:
    """How a submission was answered. `waiting_since`: from when the office owes an answer, if it does."""

    received_on: date | None = None
    answer_by: date | None = None
    accepted_on: date | None = None
    started_on: date | None = None
    waiting_since: date | None = None
    deemed: bool = False
    correcting: bool = False
    closed: bool = False


class _Wait(NamedTuple):
    """The last wait for an answer: since when, until when, whose turn, and the answer that ended it."""

    since: date
    deadline: date
    correcting: bool
    answer: ClockFact | None


def receive(history: Sequence[ClockFact], terms: ClockTerms, calendar: Calendar, *, as_of: date) -> Reception:
    """Return how the office answered a submission, silence included (收件的答复).

    Not answered by the end of `answer_by`, the submission is accepted from its receipt (or from its complete
    supplement) on; what comes later changes nothing.

    Shape: facts in order.  Returns: Reception.  Raises: OutsideCalendar.
    Basis: XKF-32.1(4), XKF-32.1(5), S0b-6, S0b-15.
    """
    received = next((fact.on for fact in history if fact.kind is FactKind.RECEIVED), None)
    if received is None:
        return _without_receipt(history)
    wait = _last_wait(history, received, terms, calendar)
    answer_by = None if wait.correcting else wait.deadline
    if wait.answer is not None:
        return _answered(received, answer_by, wait, terms.start)
    if wait.correcting:
        return Reception(received, correcting=True)
    if terms.deemed and max(as_of, history[-1].on) > wait.deadline:
        return Reception(received, answer_by, wait.since, wait.since, deemed=True)
    return Reception(received, answer_by, waiting_since=wait.since)


def _last_wait(history: Sequence[ClockFact], received: date, terms: ClockTerms, calendar: Calendar) -> _Wait:
    """Follow notice and supplement to the answer, or to the silence, that ends the wait.

    Basis: XKF-32.1(4), XKF-32.1(5).
    """
    since, deadline = received, end_of(received, terms.answer, calendar)
    noticed = correcting = False
    for fact in history:
        if terms.deemed and not correcting and fact.on > deadline:
            break
        if fact.kind is FactKind.ACCEPTED or fact.kind in _ENDS:
            return _Wait(since, deadline, correcting, fact)
        if fact.kind is FactKind.CORRECTION_NOTIFIED and not noticed:
            noticed = correcting = True
        elif fact.kind is FactKind.SUPPLEMENTED and correcting:
            correcting, since, deadline = False, fact.on, end_of(fact.on, terms.answer, calendar)
    return _Wait(since, deadline, correcting, None)


def _answered(received: date, answer_by: date | None, wait: _Wait, start: ClockStart) -> Reception:
    """Return the reception that an answer in time ended.  Basis: XKF-42.1, S0b-6, S0b-15."""
    answer = wait.answer
    if answer is None or answer.kind is not FactKind.ACCEPTED:
        return Reception(
            received, answer_by, closed=answer is not None and answer.kind is FactKind.NOT_ACCEPTED
        )
    from_receipt = start is ClockStart.RECEIVED and not wait.correcting
    return Reception(received, answer_by, answer.on, wait.since if from_receipt else answer.on)


def _without_receipt(history: Sequence[ClockFact]) -> Reception:
    """Return the reception of a history that begins with the acceptance."""
    for fact in history:
        if fact.kind is FactKind.ACCEPTED:
            return Reception(accepted_on=fact.on, started_on=fact.on)
    return Reception(closed=any(fact.kind is FactKind.NOT_ACCEPTED for fact in history))
