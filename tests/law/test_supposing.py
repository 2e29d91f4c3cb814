"""A supposed value: read as it is typed, applied to the chain of profiles, contradicted by the norms above."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from yichuang.law.book import book
from yichuang.law.shapes import LawError
from yichuang.law.supposing import suppose

NEXT_YEAR = date(2027, 1, 1)


def test_it_reaches_those_below_and_leaves_the_book_alone() -> None:
    law = book()
    supposed = suppose(law, law.parameter("decision_limit"), "cn", NEXT_YEAR, "15")
    assert supposed.norms("cn.990100", date(2026, 3, 2)).number("decision_limit") == 15
    assert law.norms("cn.990100", NEXT_YEAR).number("decision_limit") == 20


def test_it_does_not_reach_those_above_or_beside() -> None:
    supposed = suppose(book(), book().parameter("decision_limit"), "cn.990100", NEXT_YEAR, "15")
    assert not supposed.reaches("cn")
    assert supposed.norms("cn.350300", NEXT_YEAR).number("decision_limit") == 20


def test_a_lower_norm_that_loosens_is_objected_to() -> None:
    law = book()
    longer = suppose(law, law.parameter("decision_limit"), "cn.990100", NEXT_YEAR, "30")
    assert "下级规定只能更严" in longer.objections()[0]
    assert "cn." not in longer.objections()[0]
    assert suppose(law, law.parameter("decision_limit"), "cn.990100", NEXT_YEAR, "15").objections() == []


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("decision_limit", "15", 15),
        ("promise_share_max", "60%", Fraction(3, 5)),
        ("promise_share_max", "1/2", Fraction(1, 2)),
        ("separate_signatures", "false", False),
        ("decision_start", "received", "received"),
        ("pause_kinds", "hearing,expert_review", ("hearing", "expert_review")),
    ],
)
def test_values_are_read_in_their_unit(name: str, words: str, value: object) -> None:
    assert suppose(book(), book().parameter(name), "cn.990100", NEXT_YEAR, words).value.value == value


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("decision_limit", "-1"),
        ("decision_limit", "十五"),
        ("decision_limit", "１５"),
        ("decision_limit", "99999999999999999999"),
        ("decision_limit", ""),
        ("promise_share_max", "3/0"),
        ("promise_share_max", "200%"),
        ("separate_signatures", "maybe"),
        ("decision_start", "tomorrow"),
        ("pause_kinds", "holiday"),
        ("pause_kinds", ""),
    ],
)
def test_what_is_no_value_of_the_unit_is_refused(name: str, words: str) -> None:
    with pytest.raises(LawError):
        suppose(book(), book().parameter(name), "cn.990100", NEXT_YEAR, words)
