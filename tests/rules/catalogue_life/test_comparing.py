"""Before and after of a re-engineered item (R079), shortened items (R083), promised of statutory days (R093, R151)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from yichuang.law.book import book
from yichuang.rules.catalogue_life.comparing import Shape, compare, is_shortened
from yichuang.rules.catalogue_life.promising import Limits, promises
from yichuang.rules.norms import Norms, Term, Unit


def days(number: int | None) -> Term | None:
    return None if number is None else Term(number, Unit.WORKING_DAY, "XKF-42.1")


FIRST = Shape("promised", tuple("受审核决发"), tuple("一二三四五六"), 0, days(20), days(15), 3)


@pytest.fixture
def norms() -> Norms:
    return book().norms("cn.350300", date(2026, 3, 2))


def test_five_steps_and_six_papers_become_three_and_four() -> None:
    after = replace(FIRST, steps=tuple("受审决"), materials=tuple("一二三四"), promised=days(8), trips=1)
    found = compare(FIRST, after)
    told = {name: found.of(name).change for name in ("steps", "materials", "promised", "trips", "statutory")}
    assert told == {"steps": -2, "materials": -2, "promised": -7, "trips": -2, "statutory": 0}
    assert (found.steps_gone, found.materials_gone) == (("核", "发"), ("五", "六"))


def test_two_units_are_not_subtracted() -> None:
    found = compare(FIRST, replace(FIRST, promised=Term(1, Unit.MONTH, "")))
    assert found.of("promised").change is None


def test_thirteen_of_fourteen_items_are_shortened(norms: Norms) -> None:
    items = [Limits(f"事项{n}", days(20), days(10)) for n in range(13)] + [Limits("事项14", days(20), days(20), True)]
    assert promises(items, norms).shortened == 13


def test_eighty_seven_of_a_hundred_and_eighty_days(norms: Norms) -> None:
    found = promises([Limits("一", days(100), days(50)), Limits("二", days(80), days(37))], norms)
    assert (found.promised, found.statutory, found.share) == (87, 180, Fraction(87, 180))
    assert f"{float(found.share or 0):.1%}" == "48.3%"
    assert found.faulty == 0


@pytest.mark.parametrize(("promise", "fault"), [(7, ""), (8, "promise_over_share"), (16, "promise_too_long")])
def test_a_promise_is_at_most_half_of_fifteen_days(norms: Norms, promise: int, fault: str) -> None:
    assert promises([Limits("事项", days(15), days(promise))], norms).rows[0].fault == fault


def test_without_a_statutory_limit_a_promise_is_due(norms: Norms) -> None:
    assert promises([Limits("事项", None, None)], norms).rows[0].fault == "promise_missing"


def test_what_is_done_at_once_is_shortened() -> None:
    assert is_shortened(days(20), days(0))
    assert not is_shortened(None, days(5))
