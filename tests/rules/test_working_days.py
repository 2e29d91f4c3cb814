"""The table of working days: anchors of the requirements, rest days, what lies beyond the notices."""

from datetime import date

import pytest

from tests.rules.conftest import FIXED, a_calendar, notice_2026
from yichuang.rules.working_days import Calendar, DayKind, OutsideCalendar, YearNotice

ANCHORS = [
    ("2026-03-02", 5, "2026-03-09"), ("2026-03-02", 10, "2026-03-16"), ("2026-03-02", 15, "2026-03-23"),
    ("2026-03-02", 20, "2026-03-30"), ("2026-03-02", 30, "2026-04-14"), ("2026-03-02", 45, "2026-05-08"),
    ("2026-03-02", 60, "2026-05-28"), ("2026-02-13", 5, "2026-02-27"), ("2026-02-13", 20, "2026-03-19"),
    ("2026-09-24", 5, "2026-10-09"), ("2026-09-30", 20, "2026-11-03"), ("2026-02-14", 1, "2026-02-24"),
]  # fmt: skip


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(("start", "days", "end"), ANCHORS)
def test_it_works(calendar: Calendar, start: str, days: int, end: str) -> None:
    assert calendar.add(on(start), days) == on(end)
    assert calendar.between(on(start), on(end)) == days


def test_start_day_is_not_counted_whether_it_works_or_rests(calendar: Calendar) -> None:
    assert calendar.add(on("2026-03-01"), 1) == on("2026-03-02")
    assert calendar.add(on("2026-03-02"), 0) == on("2026-03-02")


def test_back_is_the_mirror_of_add(calendar: Calendar) -> None:
    assert calendar.back(on("2026-03-20"), 7) == on("2026-03-11")
    assert calendar.back(on("2026-06-30"), 30) == on("2026-05-18")
    assert calendar.back(on("2026-03-01"), 1) == on("2026-02-28")


@pytest.mark.parametrize(
    ("day", "kind", "counts", "why"),
    [
        ("2026-03-02", DayKind.WORKDAY, True, "工作日"),
        ("2026-03-07", DayKind.WEEKEND, False, "周末"),
        ("2026-10-05", DayKind.HOLIDAY, False, "国庆节"),
        ("2026-10-10", DayKind.MAKEUP, True, "调休上班"),
    ],
)
def test_each_kind_of_day(calendar: Calendar, day: str, kind: DayKind, counts: bool, why: str) -> None:
    found = calendar.day(on(day))
    assert (found.kind, found.counts, found.why) == (kind, counts, why)


def test_every_day_carries_a_basis(calendar: Calendar) -> None:
    assert {day.basis for day in calendar.days} == {"XKF-82", "NOTICE-2026", "FJB-2"}


def test_beyond_the_notices_only_weekends_and_fixed_holidays_rest(calendar: Calendar) -> None:
    assert calendar.provisional(on("2027-01-01"))
    assert not calendar.provisional(on("2026-12-31"))
    assert calendar.day(on("2027-01-01")).basis == "FJB-2"
    assert calendar.is_working(on("2027-02-08"))  # would be Spring Festival: nobody knows yet


def test_a_new_notice_moves_what_was_provisional() -> None:
    spring = {date(2027, 2, day): "春节" for day in range(5, 12)}
    newer = a_calendar(YearNotice(2027, spring, {}, "NOTICE-2027"))
    assert a_calendar().add(on("2027-02-04"), 1) == on("2027-02-05")
    assert newer.add(on("2027-02-04"), 1) == on("2027-02-12")


def test_a_local_holiday_publishes_no_year() -> None:
    own = YearNotice(2027, {date(2027, 3, 1): "火把节"}, {}, "local", local=True)
    calendar = a_calendar(own)
    assert not calendar.is_working(on("2027-03-01"))
    assert calendar.provisional(on("2027-03-01"))


def test_a_gap_between_notices_is_refused() -> None:
    with pytest.raises(ValueError, match="consecutive"):
        Calendar([notice_2026(), YearNotice(2028, {}, {}, "x")], fixed=FIXED, version="x")


@pytest.mark.parametrize("day", ["2025-12-31", "2036-01-01"])
def test_outside_the_table_is_refused(calendar: Calendar, day: str) -> None:
    with pytest.raises(OutsideCalendar):
        calendar.day(on(day))


def test_counting_out_of_the_table_is_refused(calendar: Calendar) -> None:
    with pytest.raises(OutsideCalendar):
        calendar.add(on("2035-12-31"), 1)
    with pytest.raises(OutsideCalendar):
        calendar.back(on("2026-01-04"), 1)


def test_negative_days_are_refused(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="negative"):
        calendar.add(on("2026-03-02"), -1)
    with pytest.raises(ValueError, match="negative"):
        calendar.back(on("2026-03-02"), -1)
