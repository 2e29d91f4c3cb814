"""这个日期怎么算的: every day of a limit in rows and in months, and the sum in one line. For two audiences alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from yichuang.faces.common.labels import term_words
from yichuang.faces.common.strips import Strip, strip
from yichuang.law.book import book
from yichuang.rules.clock import Clock, Due
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.terms import ClockTerms
from yichuang.rules.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Row:
    """One day: its row class (s d p h l, today, due), its cell, what it counts as, why, and the article."""

    on: date
    css: str
    cell: str
    counted: str
    why: str
    cited: str
    today: bool = False
    due: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One place in a month: the day of the month (0 for none), a word under it, its classes."""

    day: int
    note: str
    css: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a calendar sheet, weeks from Monday."""

    title: str
    days: tuple[MonthDay, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that `common/part/explanation.html` and `explanation_months.html` draw."""

    start_on: date
    start_words: str
    limit_name: str
    limit_words: str
    limit_cited: str
    due_on: date | None
    provisional: bool
    paused: int
    resting: int
    extension: int
    rows: tuple[Row, ...]
    months: tuple[Month, ...]
    strip: Strip


def explanation(
    clock: Clock, terms: ClockTerms, calendar: Calendar, today: date, *, promised: bool = True
) -> Explanation | None:
    """Return how the day of the decision came about, None before acceptance.

    `promised`: the promised day where there is one; False explains the legal one.
    """
    is_promise = promised and clock.promised is not None
    due = clock.promised if is_promise else clock.due
    if due is None or clock.started_on is None:
        return None
    days = explain(clock, terms, calendar, promised=is_promise)
    accepted = "视为受理" if clock.deemed else "受理"
    start = (clock.started_on, accepted if clock.started_on == clock.accepted_on else "收到材料")
    name = "承诺" if is_promise else "法定"
    return _explained(days, start, (name, due), clock, strip(days, clock, today, calendar=calendar), today)


def answer_explanation(
    since: date, clock: Clock, terms: ClockTerms, calendar: Calendar, today: date
) -> Explanation | None:
    """Return how the day of the answer (是否受理) came about. `since`: the receipt, or the complete supplement."""
    if clock.answer_by is None:
        return None
    days = explain_term(since, terms.answer, calendar)
    due = Due(clock.answer_by, calendar.provisional(clock.answer_by), terms.answer.basis, terms.answer)
    drawn = strip(days, clock, today, calendar=calendar)
    return _explained(days, (since, "收到材料"), ("答复是否受理", due), clock, drawn, today)


def _explained(  # noqa: PLR0913 - one place puts the whole page together
    days: Sequence[ExplainedDay],
    start: tuple[date, str],
    named_due: tuple[str, Due],
    clock: Clock,
    drawn: Strip,
    today: date,
) -> Explanation:
    name, due = named_due
    cells = {cell.on: cell.css for part in drawn.parts for cell in part.cells if cell.on}
    first = Row(start[0], "s", "", "不计", f"{start[1]}当日", _cited("MFD-201.2"), today=start[0] == today)
    rows = (first, *(_row(day, cells.get(day.on, "h"), due.on, today) for day in days))
    return Explanation(
        start_on=start[0],
        start_words=start[1],
        limit_name=name,
        limit_words=term_words(due.limit.number, due.limit.unit),
        limit_cited=_cited(due.basis),
        due_on=due.on,
        provisional=due.provisional,
        paused=sum(1 for row in rows if row.counted == "暂停"),
        resting=sum(1 for row in rows[1:] if row.counted == "不计"),
        extension=clock.extension_days,
        rows=rows,
        months=tuple(_months(rows)),
        strip=drawn,
    )


def _row(day: ExplainedDay, cell: str, due_on: date | None, today: date) -> Row:
    due, now = day.on == due_on, day.on == today
    kind = cell.split()[0] if cell else ""
    if day.counts:
        counted, css = "计入", kind if kind in {"d", "l", "t"} else ""
    else:
        counted, css = ("暂停", "p") if kind == "p" else ("不计", "h")
    marks = " ".join(word for word, yes in ((css.replace("t", "d"), css), ("today", now), ("due", due)) if yes)
    return Row(day.on, marks, cell, counted, day.why, _cited(day.basis), now, due)


def _months(rows: Sequence[Row]) -> Iterator[Month]:
    """Yield the months that the rows touch, each as whole weeks."""
    by_day = {row.on: row for row in rows}
    for (year, month), group in groupby(rows, key=lambda row: (row.on.year, row.on.month)):
        first = next(group).on.replace(day=1)
        after = (first + timedelta(days=32)).replace(day=1)
        blanks = (MonthDay(0, "", "void"),) * first.weekday()
        dates = (first + timedelta(days=n) for n in range((after - first).days))
        yield Month(f"{year} 年 {month} 月", blanks + tuple(_month_day(on, by_day.get(on)) for on in dates))


def _month_day(on: date, row: Row | None) -> MonthDay:
    if row is None:
        return MonthDay(on.day, "", "")
    note = "到期" if row.due else "今天" if row.today else {"暂停": "停", "不计": ""}.get(row.counted, "计")
    return MonthDay(on.day, "起" if row.css == "s" else note, row.css)


@lru_cache(maxsize=512)
def _cited(basis: str) -> str:
    """Return the article in words; the basis itself where the law book does not know it."""
    try:
        return book().cite(basis) if basis else ""
    except LookupError:
        return basis
