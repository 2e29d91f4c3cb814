"""/supervision/calls/: calls without outcome (叫号无结果), by hall and by what was done about them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.listing import Choice
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.dates import civil
from yichuang.records.hall.models import CallAlert
from yichuang.records.hall.place import halls
from yichuang.records.hall.watching import call_alerts, minutes_of
from yichuang.records.supervision.calling import last_on_calls, settled_calls

PAGE, _DAYS = 50, 92
_ALL = {"all": "全部"}


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the list: what is not settled, or all of a quarter."""
    region = region_of(request)
    here = {one.slug: one for one in halls([region])}
    filters = (
        _choice(request, "hall", "大厅", {slug: one.name for slug, one in here.items()}),
        _choice(request, "standing", "处置", _ALL),
    )
    rows = call_alerts([region], request.at - timedelta(days=_DAYS), here.get(filters[0].chosen))
    if not filters[1].chosen:
        rows = rows.exclude(id__in=list(settled_calls(region)))
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    told = {one.name: one.chosen for one in filters if one.chosen}
    context = {
        "filters": filters,
        "narrowed": bool(told),
        "page": found,
        "rows": _rows(list(found), region, request),
        "days": _DAYS,
        "query": urlencode(told | ({"region": region} if "region" in request.GET else {})),
    }
    return render(request, "centre/supervision/calls.html", frame(request) | context)


def open_calls(region: str, request: HttpRequest) -> int:
    """Return how many calls of the list nobody has settled. Two queries."""
    rows = call_alerts([region], request.at - timedelta(days=_DAYS))
    return rows.exclude(id__in=list(settled_calls(region))).count()


def _choice(request: HttpRequest, name: str, title: str, words: dict[str, str]) -> Choice:
    asked = request.GET.get(name, "")
    return Choice(name, title, tuple(words.items()), asked if asked in words else "")


def _rows(found: list[CallAlert], region: str, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the rows of one page. One query for the last measures."""
    last, names = last_on_calls(region, [one.id for one in found]), request.directory.names
    return [
        {
            "alert": one,
            "minutes": minutes_of(one, request.at),
            "today": civil(one.called_at) == request.today,
            "who": names.get(one.clerk_id, "") if one.clerk_id else "",
            "measure": (row := last.get(one.id)),
            "late": row is not None and row.is_overdue(request.today),
        }
        for one in found
    ]
