"""The days of a deadline as rows and months of the page 这个日期怎么算的."""

from __future__ import annotations

import calendar as months_of_year
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from yichuang.faces.common.dates import bare_day
from yichuang.law.book import book
from yichuang.rules.clock import Clock
from yichuang.rules.explain import ExplainedDay
from yichuang.rules.working_days import Calendar

_NUMBERED = re.compile(r"，?第 \d+ (?:个工作日|日)")
_OF_THE_REPUBLIC = "《中华人民共和国"


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: classes of the row and of its cell, what it counts, why, and under which article."""

    on: date
    css: str
    cell: str
    counted: str
    why: str
    basis: str
    today: bool = False


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One day of a month: class, number, the word below it."""

    css: str = "void"
    number: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """One month with its weeks from Monday."""

    title: str
    cells: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows are read by: clock, today, notes by day, words of the promise on the last day."""

    clock: Clock
    today: date
    due: date | None
    last_basis: str = ""
    notes: Mapping[date, str] = field(default_factory=dict)


def cited(basis: str) -> str:
    """Return an article as a table has room for it: 《行政许可法》第八十二条."""
    return book().named(basis).replace(_OF_THE_REPUBLIC, "《")


def day_rows(days: Sequence[ExplainedDay], reading: Reading) -> Iterator[DayRow]:
    """Yield the rows of the explained days."""
    number = 0
    for day in days:
        number += day.counts
        kind = _kind(day, reading)
        last = day.counts and day.on == reading.due
        css = "today" if day.on == reading.today and not _ended(reading) else kind
        yield DayRow(
            day.on,
            f"{css} due" if last else css,
            _cell(kind, day, reading),
            f"第 {number} 日" if day.counts else ("暂停" if kind == "p" else "不计"),
            _why(day, reading, first=day.counts and number == 1, last=last),
            (last and "延期" not in day.why and reading.last_basis) or cited(day.basis),
            day.on == reading.today,
        )


def months(rows: Sequence[DayRow], start: date, today: date, calendar: Calendar) -> tuple[Month, ...]:
    """Return the months that the rows touch."""
    if not rows:
        return ()
    by_day = {row.on: row for row in rows}
    first, last = start, max(rows[-1].on, start)
    spans = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return tuple(_month(m // 12, m % 12 + 1, by_day, (start, today), calendar) for m in spans)


def _month(year: int, month: int, rows: Mapping[date, DayRow], marks: tuple[date, date], calendar: Calendar) -> Month:
    start, today = marks
    before, length = months_of_year.monthrange(year, month)
    cells = [MonthCell()] * before
    for number in range(1, length + 1):
        on = date(year, month, number)
        css, note = _mark(on, rows.get(on), start, calendar)
        if on == today:
            css, note = f"{css} today", note or "今天"
        cells.append(MonthCell(css, number, note))
    return Month(f"{year} 年 {month} 月", tuple(cells))


def _mark(on: date, row: DayRow | None, start: date, calendar: Calendar) -> tuple[str, str]:
    if on == start:
        return "s", "起"
    if row is None:
        return ("" if calendar.is_working(on) else "h"), ""
    kind = "p" if row.counted == "暂停" else "h" if row.counted == "不计" else row.cell.split()[0]
    due = " due" if "due" in row.css else ""
    note = "停" if kind == "p" else row.counted.removesuffix(" 日") if kind != "h" else ""
    return f"{'d' if kind == 't' else kind}{due}", note


def _ended(reading: Reading) -> date | None:
    return reading.clock.decided_on or (reading.today if reading.clock.closed else None)


def _kind(day: ExplainedDay, reading: Reading) -> str:
    """Return h rest, p paused, d counted and over, l counted and still to come."""
    stops = reading.clock.pauses
    if not day.counts:
        stopped = any(p.first <= day.on and (p.last is None or day.on <= p.last) for p in stops)
        return "p" if stopped and day.why.endswith("不计入期限") else "h"
    return "l" if day.on > (_ended(reading) or reading.today) else "d"


def _cell(kind: str, day: ExplainedDay, reading: Reading) -> str:
    if day.on == reading.today and not _ended(reading):
        return {"p": "p t", "h": "h r"}.get(kind, "t")
    return f"{kind} e" if "延期" in day.why else kind


def _why(day: ExplainedDay, reading: Reading, *, first: bool, last: bool) -> str:
    words = [_NUMBERED.sub("", day.why).strip("，")]
    if first:
        words.append("起算")
    words.append(reading.notes.get(day.on, ""))
    if last:
        words.append("最后一日")
    elif day.counts and _ended(reading) and day.on > (_ended(reading) or day.on):
        words.append("没有用到")
    elif day.on > reading.today and day.counts:
        words.append("还没到")
    return "，".join(word for word in words if word)


def span_words(first: date, last: date | None, today: date) -> str:
    """Return 11-13 至 11-18, or 11-13 起."""
    return f"{bare_day(first, today)} 至 {bare_day(last, today)}" if last else f"{bare_day(first, today)} 起"
