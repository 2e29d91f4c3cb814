"""Dates in words (日期写法): 11-30 周一; with the year when it is not this one."""

from __future__ import annotations

from datetime import date, datetime

from yichuang.faces.common.clock import ZONE

WEEKDAYS = "一二三四五六日"


def civil(value: date | datetime) -> date:
    """Return the civil date of a moment in the office's zone; a date stays itself."""
    if isinstance(value, datetime):
        return (value.astimezone(ZONE) if value.tzinfo else value).date()
    return value


def weekday(value: date | datetime) -> str:
    """Return 周一 … 周日."""
    return f"周{WEEKDAYS[civil(value).weekday()]}"


def short_day(value: date | datetime, today: date | None = None) -> str:
    """Return 11-30 周一, or 2027-01-18 周一 when that is another year than today's."""
    on = civil(value)
    return f"{bare_day(on, today)} {weekday(on)}"


def bare_day(value: date | datetime, today: date | None = None) -> str:
    """Return 11-30, or 2027-01-18 unless the year is today's."""
    on = civil(value)
    return on.strftime("%m-%d") if today and on.year == today.year else on.isoformat()


def full_day(value: date | datetime) -> str:
    """Return 2026年11月30日, as letters write it."""
    on = civil(value)
    return f"{on.year}年{on.month}月{on.day}日"


def moment(value: datetime, today: date | None = None) -> str:
    """Return 今天 15:20, 11-24 08:30 or 2025-11-24 08:30 in the office's zone."""
    local = value.astimezone(ZONE) if value.tzinfo else value
    day = "今天" if today and local.date() == today else bare_day(local, today)
    return f"{day} {local:%H:%M}"


def typed_day(word: str) -> date | None:
    """Return the day that somebody typed, None for what is none."""
    try:
        return date.fromisoformat(word.strip()[:10])
    except ValueError:
        return None
