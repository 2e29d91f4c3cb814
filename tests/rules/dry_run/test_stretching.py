"""A stage under another limit: its last day moves by the difference in working days."""

from __future__ import annotations

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.dry_run.stretching import moved_due
from yichuang.rules.norms import Term, Unit

START, DUE = date(2026, 3, 2), date(2026, 3, 16)  # ten working days


def term(number: int, unit: Unit = Unit.WORKING_DAY) -> Term:
    return Term(number, unit, "XKF-44")


@pytest.mark.parametrize(
    ("number", "due"), [(10, DUE), (7, date(2026, 3, 11)), (12, date(2026, 3, 18)), (0, START), (999, None)]
)
def test_the_last_day_moves(number: int, due: date | None) -> None:
    found = moved_due(START, DUE, term(10), term(number), book().calendar())
    assert found == due if due else found > DUE


def test_a_pause_before_it_stays_out_of_the_count() -> None:
    paused = date(2026, 3, 20)  # four working days did not count
    assert moved_due(START, paused, term(10), term(7), book().calendar()) == date(2026, 3, 17)


def test_other_units_are_counted_anew() -> None:
    assert moved_due(START, DUE, term(10), term(1, Unit.MONTH), book().calendar()) == date(2026, 4, 2)


@pytest.mark.parametrize(("number", "due"), [(7, date(2026, 3, 9)), (12, date(2026, 3, 9)), (3, date(2026, 3, 5))])
def test_an_own_shorter_limit_still_binds(number: int, due: date) -> None:
    five_days = date(2026, 3, 9)
    assert moved_due(START, five_days, term(10), term(number), book().calendar()) == due
