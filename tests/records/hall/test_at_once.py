"""Many at the same moment: one call a window, one call a number, no place twice, one message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TypeVar

import pytest
from django.db import connection

from tests.acts.city import build_city
from tests.records.hall.conftest import SmallHall, at, build_hall
from yichuang.records.hall.booking import Wish, book
from yichuang.records.hall.calling import call_next
from yichuang.records.hall.models import Appointment, HallWindow, QueueCall, QueueNumber, SlotCount
from yichuang.rules.verdict import Refused

T = TypeVar("T")


@pytest.fixture
def hall(emptied: None, transactional_db: None) -> SmallHall:
    return build_hall(build_city())


def at_once(what: Callable[[int], T], times: int = 8) -> Sequence[T | str]:
    """Do something by so many at once (the tests' SQLite lives in memory: one after the other)."""

    def one(place: int) -> T | str:
        try:
            return what(place)
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(times if connection.vendor == "postgresql" else 1) as crowd:
        return list(crowd.map(one, range(times)))


def test_eight_pages_of_one_window_call_one_number(hall: SmallHall) -> None:
    for _ in range(8):
        hall.draw()
    found = at_once(lambda _: str(call_next(hall.window())))
    assert Counter(found) == {"A001": 1, "number_open": 7}
    assert QueueCall.objects.filter(region_code="990100").count() == 1


def test_two_windows_never_call_the_same_number(hall: SmallHall) -> None:
    lines = list(HallWindow.objects.get(window__no="A06").lines.all())
    HallWindow.objects.get(window__no="A07").lines.set(lines)
    for _ in range(2):
        hall.draw()
    found = at_once(lambda place: str(call_next(hall.window(("A06", "A07")[place]))), 2)
    assert sorted(found) == ["A001", "A002"]
    assert QueueNumber.objects.filter(region_code="990100", state="called").count() == 2


def test_eight_writers_want_the_only_place(hall: SmallHall) -> None:
    def wants(place: int) -> str:
        wish = Wish(hall.slot, date(2026, 3, 4), "某人", f"1380000000{place}", f"key-{place}")
        return book(hall.place(), wish, at(9)).state

    assert Counter(at_once(wants)) == {"booked": 1, "appointment_full": 7}
    assert Appointment.objects.filter(region_code="990100").count() == 1
    assert SlotCount.objects.get(region_code="990100").taken == 1
