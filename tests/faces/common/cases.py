"""Clocks of every colour, for the strips and the gallery of components."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from yichuang.law.book import book
from yichuang.rules.clock import Clock, ClockTerms, fold
from yichuang.rules.clockwork.terms import ClockStart
from yichuang.rules.explain import ExplainedDay, explain
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Term, Unit
from yichuang.rules.working_days import Calendar

TODAY = date(2026, 11, 25)


def calendar() -> Calendar:
    return book().calendar()


def terms(promised: int | None = 8) -> ClockTerms:
    promise = Term(promised, Unit.WORKING_DAY, "YC-promise") if promised else None
    decision, answer = Term(20, Unit.WORKING_DAY, "XKF-42.1"), Term(5, Unit.WORKING_DAY, "XKF-32.1(4)")
    return ClockTerms(decision, ClockStart.ACCEPTED, answer, promise, Fraction(1, 5), 1, True, pause_basis="XKF-45")


def clock(accepted: date, *more: ClockFact, today: date = TODAY, promised: int | None = 8) -> Clock:
    facts = [ClockFact(FactKind.RECEIVED, accepted), ClockFact(FactKind.ACCEPTED, accepted), *more]
    return fold(facts, terms(promised), calendar(), as_of=today)


def paused(first: date, last: date | None, kind: str = "expert_review") -> list[ClockFact]:
    begun = [ClockFact(FactKind.PAUSED, first, pause=kind)]
    return begun + ([ClockFact(FactKind.RESUMED, last, pause=kind)] if last else [])


def days_of(it: Clock) -> Sequence[ExplainedDay]:
    """The explained days of the promise, else of the legal limit."""
    return explain(it, terms(), calendar(), promised=it.promised is not None)
