"""From receipt to acceptance (收件到受理): the answer, one correction notice, and the effect of silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..facts import ClockFact, FactKind
from ..periods import end_of
from ..working_days import Calendar
from .terms import ClockStart, ClockTerms

_RECEIVED, _ACCEPTED, _REFUSED = FactKind.RECEIVED, FactKind.ACCEPTED, FactKind.NOT_ACCEPTED
_NOTICE, _SUPPLEMENT = FactKind.CORRECTION_NOTIFIED, FactKind.SUPPLEMENTED
_ANSWERS = (_ACCEPTED, _REFUSED, FactKind.DECIDED, FactKind.WITHDRAWN, FactKind.CLOSED)
_FROM_RECEIPT = ClockStart.RECEIVED


class Reception(NamedTuple):
    """How a submission was answered. `waiting_since`: from when the office owes an answer, if it does."""

    received_on: date | None = None
    answer_by: date | None = None
    accepted_on: date | None = None
    started_on: date | None = None
    waiting_since: date | None = None
    deemed: bool = False
    correcting: bool = False
    refused: bool = False


def receive(history: Sequence[ClockFact], terms: ClockTerms, calendar: Calendar, *, as_of: date) -> Reception:
    """Return how the office answered a submission, silence included (收件的答复).

    Not answered by the end of `answer_by`, the submission is accepted from its receipt (or from its complete
    supplement) on; what comes later changes nothing. Only the first notice, given in time, stops the wait.

    Shape: facts in order of their days.  Returns: Reception.  Raises: OutsideCalendar.
    Basis: XKF-32.1(4), XKF-32.1(5), S0b-6, S0b-15.
    """
    received = _receipt(history)
    if received is None:
        return _without_receipt(history)
    since, deadline = received, end_of(received, terms.answer, calendar)
    noticed = correcting = False
    for fact in history:
        kind = fact.kind
        if terms.deemed and fact.on > deadline and not correcting:
            break
        if kind in _ANSWERS:
            return _answered(fact, received, None if correcting else deadline, since, terms.start)
        if kind is _NOTICE and not noticed:
            noticed = correcting = True
        elif kind is _SUPPLEMENT and correcting:
            correcting, since, deadline = False, fact.on, end_of(fact.on, terms.answer, calendar)
    if correcting:
        return Reception(received, correcting=True)
    silent = terms.deemed and max(as_of, history[-1].on) > deadline
    return _unanswered(received, deadline, since, silent)


def _unanswered(received: date, deadline: date, since: date, silent: bool) -> Reception:
    """Return the reception that waits for its answer, or that silence ended.  Basis: XKF-32.1(4)."""
    if silent:
        return Reception(received, deadline, since, since, deemed=True)
    return Reception(received, deadline, waiting_since=since)


def _receipt(history: Sequence[ClockFact]) -> date | None:
    for fact in history:
        if fact.kind is _RECEIVED:
            return fact.on
    return None


def _answered(answer: ClockFact, received: date, answer_by: date | None, since: date, start: ClockStart) -> Reception:
    """Return the reception that an answer in time ended.  Basis: XKF-42.1, S0b-6, S0b-15."""
    if answer.kind is not _ACCEPTED:
        return Reception(received, answer_by, refused=answer.kind is _REFUSED)
    from_receipt = start is _FROM_RECEIPT and answer_by is not None
    return Reception(received, answer_by, answer.on, since if from_receipt else answer.on)


def _without_receipt(history: Sequence[ClockFact]) -> Reception:
    """Return the reception of a history that begins with the acceptance."""
    for fact in history:
        if fact.kind is _ACCEPTED:
            return Reception(accepted_on=fact.on, started_on=fact.on)
    return Reception(refused=any(fact.kind is _REFUSED for fact in history))
