"""/centre/performance/: how departments did in time, quality and satisfaction: what goes into their evaluation."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.bulletins.gather import moments
from yichuang.acts.supervision.words import GROUPS
from yichuang.faces.centre.scope import frame
from yichuang.faces.centre.statistics.asked import around, asked
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.staffing.queries import window_totals
from yichuang.records.statistics.board import breakdown
from yichuang.records.supervision.telling import measured, raised_by
from yichuang.rules.staff.scoring import roll_up
from yichuang.rules.statistics.computing import shown
from yichuang.rules.statistics.registry import FIGURES

_TIME, _LIKED = ("closed", "on_time_rate", "overdue", "average_days"), ("satisfaction", "dissatisfied")
_QUALITY = ("order", "authority", "telling")


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one line for each department that had cases, alerts, measures or an assessment in the period."""
    wanted = asked(request)
    region, period = wanted.region, wanted.period
    lines = {UUID(line.key): line for line in breakdown([region], period, "department", request.directory)}
    alerts, cards = raised_by(region, period), measured(region, moments(period))
    points = roll_up(window_totals(region, period.first, period.last))
    rules = {rule for group in _QUALITY for rule in GROUPS[group]}
    rows = []
    for key, row in sorted(request.directory.departments.items(), key=lambda pair: pair[1].short_name):
        if row.centre.region.code != region or not (key in lines or key in alerts or key in cards or key in points):
            continue
        sums = lines[key].sums if key in lines else {}
        rows.append({
            "name": row.short_name, "slug": row.slug, "key": key.hex,
            "time": [(name, FIGURES[name].title, shown(FIGURES[name], sums)) for name in _TIME],
            "alerts": sum(number for rule, number in alerts.get(key, {}).items() if rule in rules),
            "yellow": cards.get(key, {}).get("yellow", 0), "red": cards.get(key, {}).get("red", 0),
            "liked": [(name, FIGURES[name].title, shown(FIGURES[name], sums)) for name in _LIKED],
            "points": _points(points.get(key)),
        })  # fmt: skip
    told: dict[str, Any] = {"rows": rows, "time": _titles(_TIME), "liked": _titles(_LIKED)}
    return render(request, "centre/duties/performance.html", frame(request) | around(request, wanted) | told)


def _titles(names: tuple[str, ...]) -> list[str]:
    return [FIGURES[name].title for name in names]


def _points(mean: Fraction | None) -> str:
    return "—" if mean is None else f"{float(mean):.1f}"
