"""Periods (统计期间): day, week, month, quarter, year; the one before, and the same a year before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


TITLES: Mapping[str, str] = {"day": "日", "week": "周", "month": "月", "quarter": "季", "year": "年"}
_MONTHS: Mapping[str, int] = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


class Period(NamedTuple):
    """From a first to a last day, both included."""

    kind: str
    first: date
    last: date

    @property
    def whole_months(self) -> bool:
        """Say whether it is made of whole months."""
        return self.kind in _MONTHS

    @property
    def name(self) -> str:
        """Return it in words."""
        first = self.first
        if self.kind == PeriodKind.DAY:
            return f"{first.year}年{first.month}月{first.day}日"
        if self.kind == PeriodKind.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year}年第{week}周（{first.month}月{first.day}日至{self.last.month}月{self.last.day}日）"
        if self.kind == PeriodKind.MONTH:
            return f"{first.year}年{first.month}月"
        if self.kind == PeriodKind.QUARTER:
            return f"{first.year}年第{'一二三四'[first.month // 3]}季度"
        return f"{first.year}年"


def period_of(kind: str, on: date) -> Period:
    """Return the period of a kind in which a day lies; a month where the kind is unknown."""
    if kind == PeriodKind.DAY:
        return Period(kind, on, on)
    if kind == PeriodKind.WEEK:
        first = on - timedelta(days=on.weekday())
        return Period(kind, first, first + timedelta(days=6))
    kind = kind if kind in _MONTHS else PeriodKind.MONTH.value
    length = _MONTHS[kind]
    first = date(on.year, (on.month - 1) // length * length + 1, 1)
    return Period(kind, first, _plus(first, length) - _DAY)


def before(period: Period) -> Period:
    """Return the period before (上期)."""
    return period_of(period.kind, period.first - _DAY)


def after(period: Period) -> Period:
    """Return the period after (下期)."""
    return period_of(period.kind, period.last + _DAY)


def year_before(period: Period) -> Period:
    """Return the same period of the year before (上年同期): the same week by its number, else the same dates."""
    if period.kind == PeriodKind.WEEK:
        year, week, _ = period.first.isocalendar()
        last = date(year - 1, 12, 28).isocalendar()[1]
        return period_of(period.kind, date.fromisocalendar(year - 1, min(week, last), 1))
    first = period.first
    day = 28 if (first.month, first.day) == (2, 29) else first.day
    return period_of(period.kind, date(first.year - 1, first.month, day))


def months_of(period: Period) -> list[date]:
    """Return the first days of the months of a period."""
    months, first = [], period.first.replace(day=1)
    while first <= period.last:
        months.append(first)
        first = _plus(first, 1)
    return months


def days_of(period: Period) -> list[date]:
    """Return the days of a period."""
    return [period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1)]


def _plus(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
