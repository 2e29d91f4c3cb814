"""/centre/statistics/cases/: exactly the cases that add up to a number."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame
from yichuang.faces.centre.statistics.asked import asked, axes_for
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.statistics.board import AXES, names_of
from yichuang.records.statistics.queries import Behind, amount_of, behind
from yichuang.rules.statistics.measures import MEASURES
from yichuang.rules.statistics.registry import FIGURES, title_of

PAGE = 50
_UNITS = {"days": "工作日", "statutory": "工作日", "promised": "工作日"}
_LONGEST = 32


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the list. Raises NotFound for a number that is not kept, or not for this officer."""
    wanted, measure = asked(request), MEASURES.get(request.GET.get("of", ""))
    if measure is None or request.GET.get("by", "") not in {"", *axes_for(request)}:
        raise NotFound("statistics")
    key = request.GET.get("key", "")[:_LONGEST] if wanted.axis else ""
    which = Behind(measure.name, wanted.period.first, wanted.period.last, wanted.axis or "all", key)
    found = Paginator(behind(wanted.region, which), PAGE).get_page(request.GET.get("page"))
    unit = _UNITS.get(measure.amount, "元" if measure.name == "fees" else "件")
    total = amount_of(wanted.region, which)
    context = {
        "asked": wanted,
        "title": title_of(measure.name),
        "figure": FIGURES.get(measure.name),
        "by": AXES.get(wanted.axis, ""),
        "of": names_of(wanted.axis, [key], request.directory).get(key, "") if key else "",
        "page": found,
        "rows": [(row, request.directory.departments.get(row.department_id), _outcome(row.outcome)) for row in found],
        "total": f"{total / 100:,.2f}" if unit == "元" else f"{total:,}",
        "unit": unit,
        "query": urlencode({name: word for name, word in request.GET.items() if name != "page"}),
    }
    return render(request, "centre/statistics/cases.html", frame(request) | context)


def _outcome(word: str) -> str:
    return str(CaseOutcome(word).label) if word else ""
