"""叫号无结果: found once, whenever somebody looks, and from nothing the same again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.records.hall.conftest import SmallHall, at, hall
from yichuang.acts.context import Context
from yichuang.acts.supervision import watching_calls
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.records.hall.calling import call_next, step
from yichuang.records.hall.models import CallAlert, QueueCall
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM

__all__ = ["hall"]


def look(hour: int, minute: int = 0, *, anew: bool = False) -> int:
    return watch_calls("990100", Context(SYSTEM, at(hour, minute), directory()), anew=anew)


def kept() -> list[tuple[Any, ...]]:
    rows = CallAlert.objects.filter(region_code="990100").order_by("id")
    return list(rows.values_list("id", "no", "clerk_id", "called_at", "since", "ended_at", "outcome", "basis"))


def a_morning(hall: SmallHall, look_at: tuple[int, ...] = ()) -> None:
    """Three calls: one answered in time, one late, one never; supervision looks in between."""
    for minute in range(3):
        hall.draw(when=at(9, minute))
    for hour, after in ((10, 5), (11, 40), (12, 0)):
        row = call_next(hall.window(when=at(hour)))
        assert row is not None
        step(hall.window(when=at(hour, 1)), row, "recall")
        for minute in (minute for minute in look_at if not after or minute < after):
            look(hour, minute)
        if after:
            step(hall.window(when=at(hour, after)), row, "begin")


def test_it_works(hall: SmallHall) -> None:
    a_morning(hall)
    assert look(13) == 2
    late, never = CallAlert.objects.filter(region_code="990100").order_by("called_at")
    assert (late.no, late.since, late.ended_at, late.outcome) == ("A002", at(11, 15), at(11, 40), "begun")
    assert (never.no, never.ended_at) == ("A003", None)


def test_what_comes_in_time_is_no_finding(hall: SmallHall) -> None:
    hall.draw()
    row = call_next(hall.window(when=at(10)))
    assert look(10, 15) == 0  # the last moment is in time
    assert row is not None
    step(hall.window(when=at(10, 15)), row, "skip")
    assert look(12) == 0


def test_looking_often_finds_what_looking_once_finds(hall: SmallHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching_calls, "PAGE", 1)
    a_morning(hall, look_at=(2, 16, 16, 30))
    look(13)
    often = kept()
    assert (look(13), look(13, 5)) == (0, 0)
    CallAlert.objects.filter(region_code="990100").delete()
    assert look(13, anew=True) == 2
    assert kept() == often


def test_a_run_cut_short_loses_nothing(hall: SmallHall, monkeypatch: pytest.MonkeyPatch) -> None:
    a_morning(hall)
    monkeypatch.setattr(watching_calls, "PAGE", 1)
    monkeypatch.setattr(watching_calls, "keep_calls", _fails_at_the_third(watching_calls.keep_calls))
    with pytest.raises(OSError):
        look(13)
    monkeypatch.undo()
    assert look(13) + CallAlert.objects.filter(region_code="990100").count() >= 2
    assert [row[1] for row in sorted(kept(), key=lambda row: row[3])] == ["A002", "A003"]


def test_days_before_are_looked_at_once_more_only(hall: SmallHall) -> None:
    a_morning(hall)
    ctx = Context(SYSTEM, at(9) + timedelta(days=1), directory())
    assert watch_calls("990100", ctx) == 2
    assert not QueueCall.objects.filter(region_code="990100", watched=False).exists()


def _fails_at_the_third(keep: Any) -> Any:
    calls: list[int] = []

    def failing(*args: Any) -> int:
        calls.append(1)
        if len(calls) == 3:
            raise OSError("cut short")
        return int(keep(*args))

    return failing
