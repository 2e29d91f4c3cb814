"""Who may be asked or invited: departments of the same province, and of the nation."""

import pytest

from yichuang.rules.consulting.reach import in_reach, may_reach


@pytest.mark.parametrize(
    ("own", "other", "level", "expected"),
    [
        ("990100", "990100", 3, True),
        ("990100", "990101", 4, True),
        ("990101", "990000", 2, True),
        ("990100", "000000", 1, True),
        ("990100", "500000", 2, False),
        ("532301190", "532300", 3, True),
        ("532301190", "620800", 3, False),
    ],
)
def test_the_province_is_the_reach(own: str, other: str, level: int, expected: bool) -> None:
    assert in_reach(own, other, level) is expected


def test_one_from_elsewhere_refuses_all() -> None:
    assert may_reach("990100", [("990100", 3), ("990188", 4)])
    verdict = may_reach("990100", [("990100", 3), ("500000", 2)])
    assert (verdict.allowed, verdict.code) == (False, "asked_elsewhere")
