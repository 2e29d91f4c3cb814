"""/centre/statistics/: the figures of a period, compared, broken down; as a workbook."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.statistics.asked import around, asked, axes_for
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.charts import bars, lines
from yichuang.records.statistics.board import AXES, Board, board, breakdown, trend
from yichuang.records.statistics.queries import since_ever
from yichuang.records.statistics.workbook import workbook
from yichuang.rules.statistics.computing import FAULTS, faults
from yichuang.rules.statistics.periods import Period
from yichuang.rules.statistics.registry import COLUMNS, FIGURES

KPIS = (
    "received", "accepted", "closed", "on_time_rate", "early_rate", "average_days", "satisfaction", "zero_overdue",
)  # fmt: skip
_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the figures of a period, or one breakdown of it."""
    wanted = asked(request)
    told = board([wanted.region], wanted.period)
    context = around(request, wanted) | {
        "board": told,
        "kpis": [told.number(name) for name in KPIS],
        "faults": [FAULTS[fault] for fault in faults(since_ever([wanted.region]))],
    }
    if not wanted.axis:
        return render(request, "centre/statistics/page.html", context | {"chart": chart_of(wanted.region, told)})
    found = breakdown([wanted.region], wanted.period, wanted.axis, request.directory)
    context |= {
        "lines": list(zip(found, bars([(line.name, line.sums.get("accepted", 0)) for line in found], 90), strict=True)),
        "columns": [FIGURES[name] for name in COLUMNS],
        "by": AXES[wanted.axis],
    }
    return render(request, "centre/statistics/by.html", context)


@allow(*CENTRE)
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Send the same period as a workbook."""
    wanted = asked(request)
    name = request.directory.centres[wanted.region].name
    content = workbook([wanted.region], wanted.period, request.directory, list(axes_for(request)), name)
    answer = HttpResponse(content, content_type=_MIME)
    answer["Content-Disposition"] = f'attachment; filename="statistics-{wanted.period.first:%Y%m%d}.xlsx"'
    return answer


def chart_of(region: str, told: Board) -> object:
    """Return the chart of what came in and what was closed."""
    rows = trend([region], told.period, ("received", "closed"))
    words = [(_label(told.period, on.month, on.day), values) for on, values in rows]
    return lines("收件与办结", ("收件", "办结"), words)


def _label(period: Period, month: int, day: int) -> str:
    return f"{month}月" if period.kind in ("quarter", "year") else f"{month}-{day}"
