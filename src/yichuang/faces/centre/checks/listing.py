"""/supervision/checks/: the checks of the region, and what waits for me; closing new lists."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.sampling.announce import CheckAnnouncement, announce
from yichuang.faces.centre.scope import frame, regions_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, OFFICE, allow
from yichuang.faces.common.dates import typed_day
from yichuang.faces.common.doing import new_key, perform
from yichuang.faces.common.sentences import refusal
from yichuang.law.book import book
from yichuang.records.supervision.checking import checks, drawn_to
from yichuang.records.supervision.models import CheckKind
from yichuang.rules.verdict import Refused

CHECKERS = CENTRE | OFFICE
_MANAGERS = frozenset({"centre_manager", "supervisor"})
_PAGE, _MONTH = 20, timedelta(days=31)


@allow(*CHECKERS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the checks; close new lists."""
    region = _region(request)
    if request.method == "GET":
        return _show(request, region)
    try:
        filed = perform(request, announce, _wish(request, region))
    except Refused as said:
        return _show(request, region, status=422, refusal=refusal(said, request.today), posted=request.POST)
    results.done(request, f"名录已封存：{filed.answer['no']}。下一个存证检查点生成以后即可抽取")
    return HttpResponseRedirect(f"/supervision/checks/{filed.answer['check']}/")


def _region(request: HttpRequest) -> str:
    regions = regions_of(request.officer, CHECKERS)
    asked = request.GET.get("region", "")
    return asked if asked in regions else regions[0]


def _wish(request: HttpRequest, region: str) -> CheckAnnouncement:
    told = request.POST
    chosen = [row.id for row in _departments(request, region) if str(row.id) == told.get("department", "")]
    department = chosen[0] if chosen else UUID(int=0) if told.get("department") else None
    nothing = date.max
    return CheckAnnouncement(
        region, told.get("kind", "")[:12], typed_day(told.get("since", "")) or nothing,
        typed_day(told.get("until", "")) or nothing, department, _count(told.get("size", "")),
        _count(told.get("per", "")), told.get("reason", "")[:500],
    )  # fmt: skip


def _count(told: str) -> int:
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 4 else 0


def _departments(request: HttpRequest, region: str) -> list[Any]:
    rows = [row for row in request.directory.departments.values() if row.centre.region.code == region]
    return sorted(rows, key=lambda row: row.short_name)


def _show(request: HttpRequest, region: str, *, status: int = 200, **more: Any) -> HttpResponse:
    watches = bool(request.officer.roles() & CENTRE)
    found = Paginator(checks(region), _PAGE).get_page(request.GET.get("page"))
    norms = book().norms(request.directory.centres[region].profile, request.today)
    told = {
        "page": found,
        "rows": [(row, _department(row, request)) for row in found] if watches else [],
        "mine": drawn_to(region, request.officer.user_id),
        "watches": watches,
        "may": bool(request.officer.roles() & _MANAGERS),
        "kinds": CheckKind.choices,
        "departments": _departments(request, region),
        "since": request.today - _MONTH,
        "until": request.today,
        "per": norms.number("check_min_officers"),
        "key": new_key(),
    }
    return render(
        request, "centre/checks/list.html", frame(request, CHECKERS) | {"region": region} | told | more, status=status
    )


def _department(row: Any, request: HttpRequest) -> str:
    return request.directory.departments[row.department_id].short_name if row.department_id else "全部单位"
