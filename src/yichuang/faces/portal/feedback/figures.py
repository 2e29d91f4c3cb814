"""/ratings/: ratings for everybody to read (好差评公示): by department, item, window and month; what was mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.context import ZONE
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.place import centre_of
from yichuang.records.feedback.counting import grades_of, item_names, loops_of, shown_words
from yichuang.records.feedback.models import Grade
from yichuang.rules.feedback.counting import Grades

_MONTHS = 12
_ROWS, _WORDS = 50, 10
_OVER = ("done", "set_aside", "answered")


class Line(NamedTuple):
    """One row: what is counted, and its grades."""

    name: str
    grades: Grades

    @property
    def numbers(self) -> list[tuple[str, int]]:
        """Return the numbers of each grade with its name, the best first."""
        return [(label, self.grades.by_grade.get(value, 0)) for value, label in Grade.choices]


@allow(PUBLIC)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the year up to today, or one of its months; nothing that tells who rated."""
    centre = centre_of(request)
    region = centre.region.code if centre else ""
    months = [_back(request.today, number) for number in range(_MONTHS)]
    chosen = next((one for one in months if f"{one:%Y-%m}" == request.GET.get("month", "")), None)
    since, until = (chosen, _after(chosen)) if chosen else (months[-1], _after(months[0]))
    span = _moment(since), _moment(until)
    loops = loops_of(region, *span)
    context = {
        "months": [(f"{one:%Y-%m}", f"{one.year} 年 {one.month} 月") for one in months],
        "chosen": f"{chosen:%Y-%m}" if chosen else "",
        "whole": Line("合计", Grades(grades_of(region, *span).get(None, {}))),
        "labels": Grade.labels,
        "tables": _tables(request, region, span),
        "by_month": [] if chosen else _by_month(region, months),
        "bad": sum(loops.values()),
        "mended": sum(loops.get(name, 0) for name in _OVER),
        "words": shown_words(region, _WORDS),
        "crumbs": [("好差评", "")],
    }
    return render(request, "portal/feedback/figures.html", context)


def _tables(request: HttpRequest, region: str, span: tuple[datetime, datetime]) -> list[tuple[str, list[Line]]]:
    windows = {key: f"{row.name} {row.no}" for key, row in request.directory.windows.items()}
    departments = {key: row.short_name for key, row in request.directory.departments.items()}
    by_item = grades_of(region, *span, "item")
    return [
        ("按部门", _lines(grades_of(region, *span, "department"), departments)),
        ("按事项", _lines(by_item, item_names(by_item))),
        ("按窗口", _lines(grades_of(region, *span, "window"), windows)),
    ]


def _lines(found: Mapping[Any, Mapping[int, int]], names: Mapping[Any, str]) -> list[Line]:
    """Return the rows, most ratings first; what has no name (any more) stands under one row."""
    rows = [Line(names[key], Grades(grades)) for key, grades in found.items() if key in names]
    rows.sort(key=lambda row: (-row.grades.total, row.name))
    return rows[:_ROWS]


def _by_month(region: str, months: Sequence[date]) -> list[Line]:
    lines = []
    for one in months:
        grades = grades_of(region, _moment(one), _moment(_after(one))).get(None, {})
        lines.append(Line(f"{one.year} 年 {one.month} 月", Grades(grades)))
    return [line for line in lines if line.grades.total]


def _back(today: date, months: int) -> date:
    year, month0 = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month0 + 1, 1)


def _after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _moment(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=ZONE)
