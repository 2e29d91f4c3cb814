"""A local document is cited only where it is law."""

import pytest

from yichuang.law.book import book
from yichuang.law.homes import holding


@pytest.mark.parametrize(
    ("basis", "profile", "expected"),
    [
        ("S0h-三.11", "cn.500000", "S0h-三.11"),
        ("S0h-三.11", "cn.990100", ""),
        ("S0h-三.11, XKF-26.2", "cn.990100", "XKF-26.2"),
        ("S0b-12", "cn.990000.land", "S0b-12"),
        ("S0b-12", "cn.500000", ""),
        ("JN-10.1", "cn.990100", "JN-10.1"),
        ("JN-10.1", "cn.350300", ""),
        ("YC-幂等", "cn", "YC-幂等"),
    ],
)
def test_where_a_document_holds(basis: str, profile: str, expected: str) -> None:
    assert holding(basis, [profile], book()) == expected
