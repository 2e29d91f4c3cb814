"""Appointments: the rules, each with its refusal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from yichuang.law.book import book
from yichuang.rules.hall.booking import (
    Asked,
    Past,
    capacity,
    is_missed,
    may_book,
    may_cancel,
    may_check_in,
    suspended_until,
)

NORMS = book().norms("cn", date(2026, 3, 2))
NOW = datetime(2026, 3, 2, 10)
SLOT = datetime(2026, 3, 4, 9)


def asked(at: datetime = SLOT, *, served: bool = True, taken: int = 0) -> Asked:
    return Asked(at, at + timedelta(minutes=30), served, 2, taken)


def test_it_works() -> None:
    assert may_book(asked(), Past(), NOW, NORMS).allowed


@pytest.mark.parametrize(
    ("slot", "past", "code"),
    [
        (asked(NOW), Past(), "appointment_past"),
        (asked(NOW + timedelta(days=30)), Past(), "appointment_far"),
        (asked(served=False), Past(), "appointment_closed"),
        (asked(), Past(open=3), "appointment_many"),
        (asked(), Past(open=1, starts=[asked().starts_at]), "appointment_twice"),
        (asked(taken=2), Past(), "appointment_full"),
        (asked(), Past([date(2026, 2, 20), date(2026, 2, 24), date(2026, 2, 27)]), "appointment_suspended"),
    ],
)
def test_refusals(slot: Asked, past: Past, code: str) -> None:
    assert may_book(slot, past, NOW, NORMS).code == code


def test_a_suspension_ends() -> None:
    missed = [date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7)]
    assert suspended_until(missed, date(2026, 2, 6), NORMS) == date(2026, 2, 6)
    assert suspended_until(missed, date(2026, 2, 7), NORMS) is None
    assert suspended_until([date(2025, 1, 5), *missed[1:]], date(2026, 1, 8), NORMS) is None  # long ago


def test_cancelling() -> None:
    assert may_cancel(SLOT, "booked", SLOT - timedelta(hours=2), NORMS).allowed
    assert may_cancel(SLOT, "booked", SLOT - timedelta(hours=1), NORMS).code == "appointment_cancel_late"
    assert may_cancel(SLOT, "arrived", NOW, NORMS).code == "appointment_done"


@pytest.mark.parametrize(
    ("minutes", "code"), [(-31, "appointment_early"), (-30, "allowed"), (40, "allowed"), (41, "appointment_late")]
)
def test_checking_in(minutes: int, code: str) -> None:
    assert may_check_in(asked(), "booked", SLOT + timedelta(minutes=minutes), NORMS).code == code


def test_who_came_didn_t_miss_it() -> None:
    late = SLOT + timedelta(hours=2)
    assert is_missed(SLOT + timedelta(minutes=30), "booked", late, NORMS)
    assert not is_missed(SLOT + timedelta(minutes=30), "arrived", late, NORMS)


@pytest.mark.parametrize(("on_duty", "places"), [(4, 6), (2, 3), (1, 1), (0, 0), (9, 6)])
def test_places_follow_who_is_on_duty(on_duty: int, places: int) -> None:
    assert capacity(6, 4, on_duty) == places
