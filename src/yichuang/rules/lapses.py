"""What should have been done and was not, or too late (逾期事实): the evidence behind a red light or a silent receipt.

Nothing here is stored: a lapse is read off the clock, so it stays visible after the case is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .clock import Clock, Due
from .clockwork.terms import ClockTerms
from .facts import ClockFact, FactKind

_ENDS = (FactKind.WITHDRAWN, FactKind.CLOSED, FactKind.NOT_ACCEPTED)


class LapseKind(StrEnum):
    """Which limit was missed (逾期种类)."""

    ANSWER = "answer"  # 逾期未告知是否受理
    PROMISE = "promise"  # 超过承诺期限
    DECISION = "decision"  # 超过法定期限
    DELIVERY = "delivery"  # 逾期未送达


# The acts of which one would have kept the limit: that entry is missing.
_VERBS: dict[LapseKind, tuple[str, ...]] = {
    LapseKind.ANSWER: ("case.accepted", "case.correction_notified", "case.not_needed", "case.refused"),
    LapseKind.PROMISE: ("case.decided",),
    LapseKind.DECISION: ("case.decided",),
    LapseKind.DELIVERY: ("case.delivered",),
}


@dataclass(frozen=True, slots=True)
class Lapse:
    """One missed limit: the last day for it, when it was done after all, and which act was owed."""

    kind: LapseKind
    due: date
    done_on: date | None
    basis: str

    @property
    def verbs(self) -> tuple[str, ...]:
        """Return the acts of which one was owed."""
        return _VERBS[self.kind]


def lapses(facts: Sequence[ClockFact], clock: Clock, terms: ClockTerms, today: date) -> tuple[Lapse, ...]:
    """Return the limits of the answer and of the decision that were missed by `today`, the gravest last.

    A limit is missed after 24:00 of its last day. A case that ended without a decision owes none from that
    day on; while an open pause holds the clock, nothing is due.
    Basis: XKF-32.1(4), XKF-42, MFD-203.2.
    """
    found = (_answer(facts, clock, terms, today), *_decisions(facts, clock, today))
    return tuple(lapse for lapse in found if lapse is not None)


def late_delivery(by: date | None, done_on: date | None, today: date, basis: str) -> Lapse | None:
    """Return the missed limit of handing over a granted certificate, if it is missed (送达).

    Basis: XKF-44.
    """
    if by is None or (done_on or today) <= by:
        return None
    return Lapse(LapseKind.DELIVERY, by, done_on, basis)


def _answer(facts: Sequence[ClockFact], clock: Clock, terms: ClockTerms, today: date) -> Lapse | None:
    """Return the silence on a receipt.  Basis: XKF-32.1(4)."""
    by = clock.answer_by
    if by is None:
        return None
    if clock.deemed:
        return Lapse(LapseKind.ANSWER, by, None, terms.deemed_basis or terms.answer.basis)
    done = clock.accepted_on or _first(facts, _ENDS)
    return Lapse(LapseKind.ANSWER, by, done, terms.answer.basis) if (done or today) > by else None


def _decisions(facts: Sequence[ClockFact], clock: Clock, today: date) -> Iterator[Lapse | None]:
    """Yield the promised and the statutory limit.  Basis: XKF-42."""
    until = clock.decided_on or _first(facts, _ENDS) or today
    yield _decision(LapseKind.PROMISE, clock.promised, until, clock.decided_on)
    yield _decision(LapseKind.DECISION, clock.due, until, clock.decided_on)


def _decision(kind: LapseKind, due: Due | None, until: date, decided_on: date | None) -> Lapse | None:
    if due is None or due.on is None or until <= due.on:
        return None
    return Lapse(kind, due.on, decided_on, due.basis)


def _first(facts: Sequence[ClockFact], kinds: tuple[FactKind, ...]) -> date | None:
    return min((fact.on for fact in facts if fact.kind in kinds), default=None)
