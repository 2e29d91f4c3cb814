"""One case under other terms: dates, light and missed limits by the same fold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.clock import ClockTerms, clock_terms
from yichuang.rules.dry_run.comparing import Difference, compare, shifted
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lapses import LapseKind
from yichuang.rules.lights import Light
from yichuang.rules.norms import Term, Unit

RECEIVED = date(2026, 3, 2)
FACTS = (ClockFact(FactKind.RECEIVED, RECEIVED), ClockFact(FactKind.ACCEPTED, RECEIVED))


@pytest.fixture
def terms() -> ClockTerms:
    return clock_terms(book().norms("cn", RECEIVED))


def tried(terms: ClockTerms, days: int, today: date, *more: ClockFact) -> Difference | None:
    other = replace(terms, decision=Term(days, Unit.WORKING_DAY, "XKF-42.1"))
    return compare((*FACTS, *more), terms, other, book().calendar(), today=today)


def test_a_shorter_limit_moves_the_day_and_turns_the_light(terms: ClockTerms) -> None:
    found = tried(terms, 5, date(2026, 3, 16))
    assert found is not None
    assert (found.was_due, found.would_due) == (date(2026, 3, 30), date(2026, 3, 9))
    assert found.reddens
    assert found.missed == (LapseKind.DECISION,)


def test_a_longer_limit_clears_what_is_overdue(terms: ClockTerms) -> None:
    found = tried(terms, 30, date(2026, 4, 2))
    assert found is not None
    assert found.was_light is Light.RED
    assert found.clears
    assert found.kept == (LapseKind.DECISION,)


def test_a_decided_case_would_have_been_late(terms: ClockTerms) -> None:
    found = tried(terms, 5, date(2026, 4, 2), ClockFact(FactKind.DECIDED, date(2026, 3, 11)))
    assert found is not None
    assert found.ended
    assert found.missed == (LapseKind.DECISION,)
    assert not found.reddens


def test_the_same_terms_make_no_difference(terms: ClockTerms) -> None:
    assert tried(terms, 20, date(2026, 3, 16)) is None


def test_only_what_the_norm_changes_is_put_into_a_cases_own_terms(terms: ClockTerms) -> None:
    own = replace(terms, decision=Term(7, Unit.WORKING_DAY, "QSTL-19"))
    other = replace(terms, answer=Term(2, Unit.WORKING_DAY, "XKF-32.1(4)"))
    assert shifted(own, terms, other) == replace(own, answer=other.answer)
