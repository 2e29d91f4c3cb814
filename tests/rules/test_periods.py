"""Terms in every unit, with the roll-over of the Civil Code."""

from datetime import UTC, date, datetime, timedelta

import pytest

from yichuang.rules.norms import Term, Unit
from yichuang.rules.periods import day_of, end_of, last_day, latest_before, step_start
from yichuang.rules.working_days import Calendar


def term(number: int, unit: str) -> Term:
    return Term(number, Unit(unit), "MFD-201")


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(
    ("start", "number", "unit", "end"),
    [
        ("2026-03-02", 20, "working_day", "2026-03-30"),
        ("2026-03-02", 60, "calendar_day", "2026-05-06"),  # 05-01 to 05-05 are holidays
        ("2026-09-03", 30, "calendar_day", "2026-10-08"),
        ("2026-03-02", 5, "calendar_day", "2026-03-09"),  # 03-07 is a Saturday
        ("2026-02-13", 1, "calendar_day", "2026-02-14"),  # a Saturday on which offices work
        ("2026-08-31", 6, "month", "2027-02-28"),  # a Sunday that no notice has made a rest day yet
        ("2026-03-31", 1, "month", "2026-04-30"),
        ("2026-11-30", 3, "month", "2027-02-28"),
        ("2026-03-02", 1, "year", "2027-03-02"),
        ("2026-07-01", 3, "month", "2026-10-08"),
        ("2026-04-01", 13, "month", "2027-05-03"),  # 05-01 and 05-02 rest by law whatever the notice says
        ("2026-03-02", 48, "hour", "2026-03-04"),
        ("2026-03-02", 4, "hour", "2026-03-02"),
    ],
)
def test_it_works(calendar: Calendar, start: str, number: int, unit: str, end: str) -> None:
    assert end_of(on(start), term(number, unit), calendar) == on(end)


def test_last_day_is_not_rolled() -> None:
    assert last_day(on("2026-03-02"), term(60, "calendar_day")) == on("2026-05-01")
    assert last_day(on("2024-02-29"), term(1, "year")) == on("2025-02-28")


def test_counting_back_never_rolls(calendar: Calendar) -> None:
    assert latest_before(on("2026-06-30"), term(30, "calendar_day"), calendar) == on("2026-05-31")
    assert latest_before(on("2026-03-20"), term(7, "working_day"), calendar) == on("2026-03-11")


def test_late_pick_up_counts_from_the_acceptance(calendar: Calendar) -> None:
    one = term(1, "working_day")
    assert step_start(on("2026-03-02"), on("2026-03-03"), one, calendar) == on("2026-03-03")
    assert step_start(on("2026-03-02"), on("2026-03-06"), one, calendar) == on("2026-03-02")


def test_a_unit_that_is_no_time_is_refused(calendar: Calendar) -> None:
    with pytest.raises(ValueError, match="no running period"):
        end_of(on("2026-03-02"), term(1, "yuan"), calendar)
    with pytest.raises(ValueError, match="backwards"):
        latest_before(on("2026-03-02"), term(1, "month"), calendar)


def test_the_day_of_a_moment_is_counted_where_the_office_is() -> None:
    just_after_midnight = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert day_of(just_after_midnight) == date(2026, 11, 24)
    assert day_of(just_after_midnight - timedelta(seconds=1)) == date(2026, 11, 23)
