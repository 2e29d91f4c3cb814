"""Which limit a new case gets."""

import pytest

from tests.rules.conftest import some_norms
from yichuang.rules.clock import ClockStart, clock_terms
from yichuang.rules.norms import NotInForce, Term, Unit


def days(number: int, unit: Unit = Unit.WORKING_DAY) -> Term:
    return Term(number, unit, "item")


def test_it_works() -> None:
    terms = clock_terms(some_norms())
    assert (terms.decision.number, terms.start, terms.deemed) == (20, ClockStart.ACCEPTED, True)
    assert (terms.pause_basis, terms.extension_basis) == ("XKF-45", "XKF-42.1")


@pytest.mark.parametrize(("rule", "item", "limit"), [
    ("item_prevails", 45, 45), ("item_prevails", 5, 5), ("minimum", 45, 20), ("minimum", 5, 5),
])  # fmt: skip
def test_the_items_own_limit(rule: str, item: int, limit: int) -> None:
    assert clock_terms(some_norms(item_limit_rule=rule), item_limit=days(item)).decision.number == limit


def test_the_shorter_of_two_units() -> None:
    norms = some_norms(item_limit_rule="minimum")
    assert clock_terms(norms, item_limit=days(25, Unit.CALENDAR_DAY)).decision.number == 25
    assert clock_terms(norms, item_limit=days(1, Unit.MONTH)).decision.number == 20


def test_joint_handling_has_its_own_limit() -> None:
    terms = clock_terms(some_norms(), joint=True)
    assert (terms.decision.number, terms.extension_basis) == (45, "XKF-42.2")


def test_without_any_limit_it_is_refused() -> None:
    with pytest.raises(NotInForce):
        clock_terms(some_norms(decision_limit=None))
    assert clock_terms(some_norms(decision_limit=None), item_limit=days(7)).decision.number == 7


def test_silence_may_have_no_effect() -> None:
    assert not clock_terms(some_norms(correction_silence_effect="none")).deemed
