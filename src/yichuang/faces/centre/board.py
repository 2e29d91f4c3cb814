"""运行总览: each department by light; every number is a link to the list that adds up to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.rows import rows_of
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.cases.oversight import DEEMED, LATE, OPEN, Watched, board, watched
from yichuang.rules.lights import Light

SHOWN = 8
_RUNNING = (Light.RED, Light.YELLOW, Light.PAUSE, Light.GREEN)
_BAR = (("red", "r"), ("yellow", "y"), ("pause", "q"), ("green", "g"))
_WIDTH, _HEIGHT, _LEAST = 312, 16, 4

# name, title, whether it is a light, what is counted (口径)
FIGURES = (
    (OPEN, "在办", False, "还没有作出决定或办结"),
    ("red", "超时", True, "过了到期日 24 时，还没有办"),
    ("yellow", "临期", True, "剩余不足预警的份额"),
    ("pause", "暂停", True, "特殊环节中止计时，或等补正"),
    ("green", "正常", True, "在期限以内"),
    ("done", "办结", True, "已决定、待领取、已办结"),
    (DEEMED, "视为受理", False, "到期没有告知，依法视为受理"),
    (LATE, "超期办结", False, "决定晚于当时的到期日"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One department: its numbers by name, and the bar of its lights."""

    slug: str
    name: str
    counts: Mapping[str, int]
    bar: tuple[tuple[float, float, str], ...]


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the numbers, what is late, and the departments by risk."""
    region = region_of(request)
    lines = _lines(board(request.officer, region, request.today), request)
    sums = {name: sum(line.counts[name] for line in lines) for name, *_ in FIGURES}
    late = watched(request.officer, region, Watched(light="red"), request.today)[:SHOWN]
    silent = watched(request.officer, region, Watched(flag=DEEMED), request.today)[:SHOWN]
    rows = rows_of([*late, *silent], request)
    return render(
        request,
        "centre/board.html",
        frame(request)
        | {
            "figures": [(name, title, lit, words, sums[name]) for name, title, lit, words in FIGURES],
            "lines": lines,
            "sums": sums,
            "late": rows[: len(late)],
            "silent": rows[len(late) :],
            "nav_counts": {"watch": sums["red"]},
        },
    )


def _lines(counted: Mapping[Any, Mapping[str, int]], request: HttpRequest) -> list[Line]:
    """Return the departments that have cases: most overdue first, then most near due."""
    most = max((sum(counts[light] for light in _RUNNING) for counts in counted.values()), default=0)
    lines = [
        Line(department.slug, department.short_name, counts | {OPEN: _open(counts)}, tuple(_bar(counts, most)))
        for department_id, counts in counted.items()
        if (department := request.directory.departments.get(department_id))
    ]
    return sorted(lines, key=lambda line: (*(-line.counts[light] for light in _RUNNING), line.name))


def _open(counts: Mapping[str, int]) -> int:
    return sum(counts[light] for light in _RUNNING)


def _bar(counts: Mapping[str, int], most: int) -> list[tuple[float, float, str]]:
    """Return x, width and class of each part: to scale, but never too thin to be seen."""
    parts, x = [], 0.0
    for name, css in _BAR:
        if counts[name]:
            width = max(_LEAST, round((_WIDTH - 20) * counts[name] / most, 1))
            parts.append((round(x, 1), width, css))
            x += width + 1
    return parts
