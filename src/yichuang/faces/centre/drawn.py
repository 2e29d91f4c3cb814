"""The strip of a missed limit (逾期的日格): the days it had, and those by which it was missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from yichuang.faces.common.strips.drawing import Cell, Strip
from yichuang.rules.explain import ExplainedDay
from yichuang.rules.working_days import Calendar

_MOST = 30  # cells of days over: more would say nothing more


def missed_strip(days: Sequence[ExplainedDay], due: date, until: date, calendar: Calendar) -> Strip:
    """Return used and paused days up to the due day, then the working days after it up to `until`."""
    had = sum(day.counts for day in days)
    over = max(calendar.between(due, until), 1)
    cells = [*_runs([_css(day) for day in days]), *_runs(list(_over(due, until, calendar)))]
    return Strip(tuple(cells), f"期限 {had} 日，已超 {over} 日")


def _css(day: ExplainedDay) -> str:
    if day.counts:
        return "d e" if "延期" in day.why else "d"
    return "p" if day.why.endswith("不计入期限") else "h"


def _over(due: date, until: date, calendar: Calendar) -> Iterator[str]:
    first, last = calendar.index(due) + 1, calendar.index(until)
    for day in calendar.days[first : min(last + 1, first + _MOST)]:
        yield "o" if day.counts else "h"


def _runs(marks: Sequence[str]) -> Iterator[Cell]:
    """Keep one cell of each run of rest days."""
    for css, run in groupby(marks):
        yield from [Cell(css)] if css == "h" else [Cell(css) for _ in run]
