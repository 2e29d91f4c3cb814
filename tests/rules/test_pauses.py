"""Pauses as spans that do not overlap."""

from datetime import date

import pytest

from tests.rules.conftest import facts
from yichuang.rules.clockwork.pauses import kind_of, name_of, pauses_of


def spans(words: str) -> list[tuple[int, int | None, str]]:
    return [(p.first.day, p.last.day if p.last else None, p.kind) for p in pauses_of(facts(words))]


@pytest.mark.parametrize(("words", "expected"), [
    ("paused:03-11:a resumed:03-17:a", [(11, 17, "a")]),
    ("paused:03-11:a resumed:03-11:a", [(11, 11, "a")]),
    ("paused:03-11:a", [(11, None, "a")]),
    ("resumed:03-17:a", []),
    ("paused:03-11:a resumed:03-17:a paused:03-17:b resumed:03-20:b", [(11, 16, "a"), (17, 20, "b")]),
    ("paused:03-11:a paused:03-13:b resumed:03-15:b resumed:03-17:a", [(11, 17, "a")]),
    ("paused:03-11:a paused:03-13:b resumed:03-15:a resumed:03-17:b", [(11, 12, "a"), (13, 17, "b")]),
    ("paused:03-11:a paused:03-13:b resumed:03-15:b", [(11, None, "a")]),
    ("paused:03-11:a paused:03-11:b resumed:03-12 resumed:03-15", [(11, 15, "b")]),
])  # fmt: skip
def test_it_works(words: str, expected: list[tuple[int, int | None, str]]) -> None:
    assert spans(words) == expected


def test_names_and_codes() -> None:
    assert (name_of("testing"), name_of("喝茶")) == ("检测", "喝茶")
    assert (kind_of("检测"), kind_of("testing"), kind_of("喝茶")) == ("testing", "testing", None)


def test_dates_stay_dates() -> None:
    assert pauses_of(facts("paused:03-11:a"))[0].first == date(2026, 3, 11)
