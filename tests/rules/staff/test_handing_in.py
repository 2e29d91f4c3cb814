"""材料移交: the same day or the next morning, over rest days; yellow on its last day, red after."""

from __future__ import annotations

from datetime import date

import pytest

from yichuang.law.book import book
from yichuang.rules.staff.handing_in import HandingIn, handing_in

LAND = "cn.990000.land"


def found(accepted: date, profile: str = LAND) -> HandingIn | None:
    return handing_in(accepted, book().norms(profile, accepted), book().calendar(profile))


def test_it_works() -> None:
    assert found(date(2026, 3, 2)) == HandingIn(date(2026, 3, 3), True)
    assert found(date(2026, 3, 6)) == HandingIn(date(2026, 3, 9), True)  # Friday to Monday
    assert found(date(2026, 3, 2), "cn") is None


@pytest.mark.parametrize(
    ("today", "afternoon", "light"),
    [
        (date(2026, 3, 2), True, "green"),
        (date(2026, 3, 3), False, "yellow"),
        (date(2026, 3, 3), True, "red"),
        (date(2026, 3, 4), False, "red"),
    ],
)
def test_its_light(today: date, afternoon: bool, light: str) -> None:
    assert HandingIn(date(2026, 3, 3), True).light(today, afternoon=afternoon) == light
