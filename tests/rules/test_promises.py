"""A promise only shortens."""

from fractions import Fraction

import pytest

from tests.rules.conftest import some_norms
from yichuang.rules.clockwork.promises import longest_promise, may_promise
from yichuang.rules.norms import Term, Unit

HALF = some_norms(promise_share_max=Fraction(1, 2), promise_required_without_statutory=True)


def days(number: int | None, unit: Unit = Unit.WORKING_DAY) -> Term | None:
    return None if number is None else Term(number, unit, "item")


@pytest.mark.parametrize(("promised", "statutory", "code"), [
    (7, 15, "allowed"), (8, 15, "promise_over_share"), (16, 15, "promise_too_long"),
    (None, None, "promise_missing"), (None, 15, "allowed"), (9, None, "allowed"),
])  # fmt: skip
def test_it_works(promised: int | None, statutory: int | None, code: str) -> None:
    assert may_promise(days(promised), statutory=days(statutory), norms=HALF).code == code


def test_complex_items_are_exempt_from_the_share_only() -> None:
    fifteen = days(15)
    assert may_promise(days(8), statutory=fifteen, norms=HALF, complex_item=True).allowed
    assert not may_promise(days(16), statutory=fifteen, norms=HALF, complex_item=True).allowed


def test_nothing_to_promise_where_nothing_is_asked() -> None:
    assert may_promise(None, statutory=None, norms=some_norms()).allowed
    assert may_promise(days(15), statutory=days(15), norms=some_norms()).allowed


def test_the_longest_promise() -> None:
    fifteen = Term(15, Unit.WORKING_DAY, "item")
    assert (longest_promise(fifteen, HALF), longest_promise(fifteen, some_norms())) == (7, 15)


@pytest.mark.parametrize(("share", "code"), [(Fraction(3, 5), "allowed"), (Fraction(1, 2), "promise_over_share")])
def test_working_days_stand_beside_days(share: Fraction, code: str) -> None:
    """Three working days are three fifths of a week of seven days, neither more nor less."""
    week, three = days(7, Unit.CALENDAR_DAY), days(3)
    assert may_promise(three, statutory=week, norms=some_norms(promise_share_max=share)).code == code
