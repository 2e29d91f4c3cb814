"""/statistics/: what was received, accepted and closed, how fast, by department; each with its definition."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.charts import lines
from yichuang.faces.common.place import centre_of
from yichuang.records.statistics.board import board, breakdown, trend
from yichuang.records.statistics.queries import place
from yichuang.rules.statistics.periods import Period, after, before, period_of
from yichuang.rules.statistics.registry import FIGURES

KINDS = {"week": "按周", "month": "按月", "quarter": "按季", "year": "按年"}
COLUMNS = ("received", "accepted", "not_accepted", "closed", "on_time_rate", "early_rate", "average_days")
_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)


@allow(PUBLIC)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the numbers that are published: nothing of persons, of windows, or of what is still under way."""
    centre = centre_of(request)
    region, period = centre.region.code if centre else "", _period(request)
    told, later = board([region], period, public=True), after(period)
    departments = breakdown([region], period, "department", request.directory)
    rows = [(_label(period, on), values) for on, values in trend([region], period, ("received", "closed"))]
    here = place(region)
    context = {
        "centre": centre,
        "period": period,
        "kinds": [(kind, words, kind == period.kind) for kind, words in KINDS.items()],
        "earlier": before(period).first,
        "later": later.first if later.first <= request.today else None,
        "groups": told.groups,
        "chart": lines("收件与办结", ("收件", "办结"), rows),
        "columns": [FIGURES[name] for name in COLUMNS],
        "lines": [(line.name, [one for one in line.numbers if one.figure.name in COLUMNS]) for line in departments],
        "upto": here.upto if here else None,
        "crumbs": [("办件统计公示", "")],
    }
    return render(request, "portal/statistics/page.html", context)


def _period(request: HttpRequest) -> Period:
    """Return the period asked for; the last whole month where nothing sensible was."""
    kind, told = request.GET.get("kind", ""), request.GET.get("on", "")
    kind = kind if kind in KINDS else "month"
    try:
        on = date.fromisoformat(told)
    except ValueError:
        on = before(period_of(kind, request.today)).first
    return period_of(kind, on if _FIRST <= on <= _LAST else request.today)


def _label(period: Period, on: date) -> str:
    return f"{on.month}月" if period.kind in ("quarter", "year") else f"{on.month}-{on.day}"
