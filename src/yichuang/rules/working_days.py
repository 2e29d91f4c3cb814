"""Working days (工作日) as a table that is built once and then only looked up.

Two columns answer every question in constant time: how many working days there are up to a day, and which
day is the nth working day. Beyond the last published holiday notice (放假安排) the table goes on with
weekends and the holidays of fixed date; such days are provisional (暂定).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WORKING_DAYS_BASIS = "XKF-82"
FIXED_HOLIDAYS_BASIS = "FJB-2"


class DayKind(StrEnum):
    """What a civil date is for an office (日期种类)."""

    WORKDAY = "workday"  # 工作日
    WEEKEND = "weekend"  # 周末
    HOLIDAY = "holiday"  # 放假
    MAKEUP = "makeup"  # 调休上班日


class OutsideCalendar(LookupError):
    """The date lies before the first or after the last day of the table."""


@dataclass(frozen=True, slots=True)
class Day:
    """One civil date: does it count as a working day, in which words, under which article or notice."""

    on: date
    kind: DayKind
    counts: bool
    why: str
    basis: str


@dataclass(frozen=True)
class YearNotice:
    """The holiday arrangement of one year (放假安排); `local` marks an extra layer that publishes no year."""

    year: int
    off: Mapping[date, str]
    on: Mapping[date, str]
    basis: str
    local: bool = False


class Calendar:
    """All days from the first notice to the end of `through`. Immutable; later notices override earlier ones.

    Read-only tables: `at`, the position of a date (OutsideCalendar for any other); by position `days` and
    `upto`, the working days from the first day up to and including this one; `nth`, the position of the nth
    working day (nth[0] is a sentinel).
    Raises: ValueError unless the notices cover consecutive years; OutsideCalendar for a date outside.
    Basis: XKF-82, FJB-2, FJB-6, FJB-7.
    """

    def __init__(
        self,
        notices: Sequence[YearNotice],
        *,
        fixed: Sequence[tuple[int, int, str]],
        version: str,
        through: int = 2060,
    ) -> None:
        years = sorted({notice.year for notice in notices if not notice.local})
        if not years or years != list(range(years[0], years[-1] + 1)):
            raise ValueError(f"holiday notices must cover consecutive years, got {years}")
        self.version = version
        self.first = date(years[0], 1, 1)
        self.last = date(max(through, years[-1]), 12, 31)
        self.published_through = date(years[-1], 12, 31)
        special = _special_days(notices)
        holidays = {(month, day): name for month, day, name in fixed}
        span = range(self.first.toordinal(), self.last.toordinal() + 1)
        self.days: tuple[Day, ...] = tuple(
            special.get(on) or _ordinary_day(on, holidays if on > self.published_through else {})
            for on in map(date.fromordinal, span)
        )
        self.at = _Positions((day.on, position) for position, day in enumerate(self.days))
        self.nth: tuple[int, ...] = (-1, *(i for i, day in enumerate(self.days) if day.counts))
        self.upto: tuple[int, ...] = _running_count(self.days)

    def index(self, on: date) -> int:
        """Return the position of a date in the tables. Raises OutsideCalendar."""
        return self.at[on]

    def check(self, position: int) -> int:
        """Return a position that lies in the tables. Raises OutsideCalendar."""
        if 0 <= position < len(self.days):
            return position
        raise OutsideCalendar(f"position {position}")

    def day(self, on: date) -> Day:
        """Return what this date is. Raises OutsideCalendar."""
        return self.days[self.at[on]]

    def is_working(self, on: date) -> bool:
        """Return whether the offices work on this date. Basis: XKF-82."""
        return self.days[self.at[on]].counts

    def add(self, start: date, days: int) -> date:
        """Return the day on which `days` working days end; the start day is not counted.

        Units: working days, not negative; 0 returns the start.  Raises: ValueError, OutsideCalendar.
        Basis: XKF-82, MFD-201.1.
        """
        if days < 0:
            raise ValueError("working days to add must not be negative")
        return self.days[self.nth_index(self.upto[self.at[start]] + days)].on if days else start

    def back(self, end: date, days: int) -> date:
        """Return the working day that lies `days` working days before `end`, which is not counted itself.

        Units: working days, not negative; 0 returns the end.  Raises: ValueError, OutsideCalendar.
        Basis: XKF-82, XKF-48.1(1).
        """
        if days < 0:
            raise ValueError("working days to count back must not be negative")
        position = self.at[end]
        before = self.upto[position] - self.days[position].counts
        if days > before:
            raise OutsideCalendar(end.isoformat())
        return self.days[self.nth[before - days + 1]].on if days else end

    def between(self, start: date, end: date) -> int:
        """Return the working days after `start` up to and including `end`; negative when `end` is earlier."""
        return self.upto[self.at[end]] - self.upto[self.at[start]]

    def provisional(self, on: date) -> bool:
        """Return whether the holiday notice for this date is still to be published (暂定)."""
        return on > self.published_through

    def nth_index(self, number: int) -> int:
        """Return the position of the working day with this running number. Raises OutsideCalendar."""
        if 0 < number < len(self.nth):
            return self.nth[number]
        raise OutsideCalendar(f"working day {number}")


class _Positions(dict[date, int]):
    def __missing__(self, on: date) -> int:
        raise OutsideCalendar(on.isoformat())


def _special_days(notices: Sequence[YearNotice]) -> dict[date, Day]:
    special: dict[date, Day] = {}
    for notice in notices:
        for on, name in notice.off.items():
            special[on] = Day(on, DayKind.HOLIDAY, False, name, notice.basis)
        for on in notice.on:
            special[on] = Day(on, DayKind.MAKEUP, True, "调休上班", notice.basis)
    return special


def _ordinary_day(on: date, holidays: Mapping[tuple[int, int], str]) -> Day:
    name = holidays.get((on.month, on.day))
    if name is not None:
        return Day(on, DayKind.HOLIDAY, False, name, FIXED_HOLIDAYS_BASIS)
    if on.isoweekday() > 5:
        return Day(on, DayKind.WEEKEND, False, "周末", WORKING_DAYS_BASIS)
    return Day(on, DayKind.WORKDAY, True, "工作日", WORKING_DAYS_BASIS)


def _running_count(days: Sequence[Day]) -> tuple[int, ...]:
    count, running = 0, []
    for day in days:
        count += day.counts
        running.append(count)
    return tuple(running)
