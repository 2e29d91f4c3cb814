"""A place of a slot is taken once; who comes is called first; who doesn't is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.records.hall.conftest import MONDAY, SATURDAY, SmallHall, at
from tests.records.hall.test_queue import refused
from yichuang.records.hall.booking import Wish, appointment_by, book, cancel, check_in, note_missed, offers
from yichuang.records.hall.calling import call_next
from yichuang.records.hall.models import Appointment, SlotCount

WEDNESDAY = date(2026, 3, 4)


def booked(hall: SmallHall, key: str = "key-1", phone: str = "13800000001") -> Appointment:
    return book(hall.place(), Wish(hall.slot, WEDNESDAY, "孙玉兰", phone, key), at(10))


def test_it_works(hall: SmallHall) -> None:
    row = booked(hall)
    assert booked(hall) == row  # the same key
    assert "13800000001" not in row.phone_cipher
    assert appointment_by(hall.hall, "13800000001", WEDNESDAY) == row
    hall.draw(when=at(8, 30, WEDNESDAY))
    number = check_in(hall.place(WEDNESDAY), row, at(8, 45, WEDNESDAY))
    assert number.priority == "appointment"
    assert call_next(hall.window(when=at(9, 0, WEDNESDAY))) == number


def test_a_slot_is_full(hall: SmallHall) -> None:
    booked(hall)
    with refused("appointment_full"):
        booked(hall, "key-2", "13800000002")


def test_a_cancelled_place_is_free_again(hall: SmallHall) -> None:
    cancel(hall.place(), booked(hall), at(11))
    assert SlotCount.objects.get(region_code="990100", day=WEDNESDAY).taken == 0
    booked(hall, "key-2", "13800000002")


def test_saturdays_are_offered_where_the_roster_opens(hall: SmallHall) -> None:
    here = hall.place()
    found = {
        prefix: offers(here, here.line(prefix).id, [SATURDAY], at(10))[0].refused  # type: ignore[union-attr]
        for prefix in ("A", "B")
    }
    assert found["B"] is None
    assert found["A"] is not None
    assert found["A"].code == "appointment_closed"


def test_who_doesn_t_come_is_counted_and_suspended(hall: SmallHall) -> None:
    hall.slot.places = 5
    hall.slot.save()
    for week in range(3):
        day = WEDNESDAY + timedelta(days=7 * week)
        book(hall.place(day), Wish(hall.slot, day, "孙", "13800000001", f"key-{week}"), at(8, day=day))
        assert note_missed(hall.place(day), at(11, day=day)) == 1
        assert note_missed(hall.place(day), at(11, day=day)) == 0
    day = WEDNESDAY + timedelta(days=21)
    with refused("appointment_suspended"):
        book(hall.place(day), Wish(hall.slot, day, "孙", "13800000001", "key-9"), at(8, day=day))


@pytest.mark.parametrize(("hour", "code"), [(8, "appointment_early"), (10, "appointment_late")])
def test_too_early_and_too_late(hall: SmallHall, hour: int, code: str) -> None:
    row = booked(hall)
    with refused(code):
        check_in(hall.place(WEDNESDAY), row, at(hour, 0 if hour == 8 else 30, WEDNESDAY))
    assert row.day > MONDAY
