"""/ratings/: ratings for everybody to read (好差评公示): by department, item, window and month; what was mended.

The numbers come off the roll-up of the statistics, so that satisfaction is the same here and there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.context import ZONE
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.place import centre_of
from yichuang.records.feedback.counting import item_names, loops_of, shown_words
from yichuang.records.feedback.models import Grade
from yichuang.records.statistics.queries import place
from yichuang.records.statistics.ratings import Months, grades_by, grades_by_month
from yichuang.rules.feedback.counting import Grades, added
from yichuang.rules.statistics.shapes import Axis

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
    first, last = (chosen, chosen) if chosen else (months[-1], months[0])
    by_month = grades_by_month(region, first, last)
    loops, counted = loops_of(region, _moment(first), _moment(_after(last))), place(region)
    context = {
        "months": [(f"{one:%Y-%m}", f"{one.year} 年 {one.month} 月") for one in months],
        "chosen": f"{chosen:%Y-%m}" if chosen else "",
        "whole": Line("合计", added(by_month)),
        "labels": Grade.labels,
        "tables": _tables(request, region, first, last),
        "by_month": [] if chosen else _by_month(by_month),
        "bad": sum(loops.values()),
        "mended": sum(loops.get(name, 0) for name in _OVER),
        "words": shown_words(region, _WORDS),
        "counted_at": counted.upto if counted else None,
        "crumbs": [("好差评", "")],
    }
    return render(request, "portal/feedback/figures.html", context)


def _tables(request: HttpRequest, region: str, first: date, last: date) -> list[tuple[str, list[Line]]]:
    by_item = {UUID(key): grades for key, grades in grades_by(region, first, last, Axis.ITEM).items()}
    windows = {key.hex: f"{row.name} {row.no}" for key, row in request.directory.windows.items()}
    departments = {key.hex: row.short_name for key, row in request.directory.departments.items()}
    items = {key.hex: name for key, name in item_names(by_item).items()}
    return [
        ("按部门", _lines(grades_by(region, first, last, Axis.DEPARTMENT), departments)),
        ("按事项", _lines({key.hex: grades for key, grades in by_item.items()}, items)),
        ("按受理窗口", _lines(grades_by(region, first, last, Axis.WINDOW), windows)),
    ]


def _lines(found: Mapping[str, Mapping[int, int]], names: Mapping[str, str]) -> list[Line]:
    """Return the rows, most ratings first; what has no name (any more) is left out."""
    rows = [Line(names[key], Grades(grades)) for key, grades in found.items() if key in names]
    rows.sort(key=lambda row: (-row.grades.total, row.name))
    return rows[:_ROWS]


def _by_month(found: Months) -> list[Line]:
    return [Line(f"{one.year} 年 {one.month} 月", Grades(found[one])) for one in sorted(found, reverse=True)]


def _back(today: date, months: int) -> date:
    year, month0 = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month0 + 1, 1)


def _after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _moment(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=ZONE)
