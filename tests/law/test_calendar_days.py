"""The notices against two packages neither of which made them, day by day."""

from collections import Counter
from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from yichuang.law.book import book
from yichuang.rules.working_days import DayKind

CALENDAR = book().calendar()
OTHER = holidays.country_holidays("CN", years=range(2019, 2028))
# Statutory holidays are never lost to weekends (FJB-6), so what a year nets is what the law grants:
# 11 days, 13 since 2025 (FJB-2); in 2020 two working days more, 春节 having been extended in the epidemic.
NET = {2020: 11 + 2, 2021: 11, 2022: 11, 2023: 11, 2024: 11, 2025: 13, 2026: 13}
MAKEUP = {2020: 6, 2021: 7, 2022: 7, 2023: 7, 2024: 8, 2025: 5, 2026: 6}


def days(year):
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", NET)
def test_every_day_agrees_with_both_packages(year):
    for on in days(year):
        assert CALENDAR.is_working(on) == chinese_calendar.is_workday(on), on
        assert CALENDAR.is_working(on) == OTHER.is_working_day(on), on


@pytest.mark.parametrize("year", NET)
def test_net_statutory_holidays(year):
    off = sum(on.weekday() < 5 and not CALENDAR.is_working(on) for on in days(year))
    makeup = sum(CALENDAR.day(on).kind is DayKind.MAKEUP for on in days(year))
    assert (off - makeup, makeup) == (NET[year], MAKEUP[year])


@pytest.mark.parametrize("year", NET)
def test_a_makeup_day_is_a_weekend_day_near_its_holiday(year):
    for on in days(year):
        if CALENDAR.day(on).kind is DayKind.MAKEUP:
            assert on.weekday() >= 5
            near = [CALENDAR.day(on + timedelta(n)).kind for n in range(-14, 15)]
            assert DayKind.HOLIDAY in near


@pytest.mark.parametrize("year", NET)
def test_every_holiday_of_the_law_is_in_the_notice(year):
    names = Counter(CALENDAR.day(on).why for on in days(year) if CALENDAR.day(on).kind is DayKind.HOLIDAY)
    said = "".join(names)
    assert all(name in said for name in ("元旦", "春节", "清明节", "劳动节", "端午节", "国庆节"))
    assert "中秋节" in said


def test_the_epidemic_lengthened_the_spring_festival_of_2020():
    assert [CALENDAR.is_working(date(2020, 1, 31) + timedelta(n)) for n in range(4)] == [False] * 3 + [True]


def test_a_day_cites_its_notice():
    day = CALENDAR.day(date(2026, 10, 1))
    assert (day.why, book().cite(day.basis)) == (
        "国庆节",
        "《国务院办公厅关于2026年部分节假日安排的通知》(国办发明电〔2025〕7号)",
    )


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-02", 5, "2026-03-09"),
        ("2026-03-02", 10, "2026-03-16"),
        ("2026-03-02", 15, "2026-03-23"),
        ("2026-03-02", 20, "2026-03-30"),
        ("2026-03-02", 30, "2026-04-14"),
        ("2026-03-02", 45, "2026-05-08"),
        ("2026-03-02", 60, "2026-05-28"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-13", 20, "2026-03-19"),
        ("2026-09-24", 5, "2026-10-09"),
        ("2026-09-30", 20, "2026-11-03"),
        ("2026-02-14", 1, "2026-02-24"),
        ("2026-12-04", 20, "2027-01-04"),
    ],
)
def test_anchor_dates(start, count, end):
    assert CALENDAR.add(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_beyond_the_last_notice_only_fixed_dates_are_holidays_and_all_is_provisional():
    assert CALENDAR.published_through == date(2026, 12, 31)
    assert CALENDAR.provisional(date(2027, 1, 4))
    off = [on for on in days(2027) if on.weekday() < 5 and not CALENDAR.is_working(on)]
    assert off == [date(2027, 1, 1), date(2027, 10, 1)]
