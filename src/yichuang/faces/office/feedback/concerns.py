"""/feedback/concerns/: inquiries, complaints, hotline sheets and praise with their days."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common import nav
from yichuang.faces.common.access import allow
from yichuang.faces.office.feedback.steps import WHO, region_here
from yichuang.records.feedback.access import concerns_for
from yichuang.records.feedback.concerns import WAITING, overdue
from yichuang.records.feedback.models import Concern, ConcernKind, ConcernSource, ConcernState

_PAGE = 50
STANDINGS = (("waiting", "待办"), ("overdue", "逾期"), ("call", "待回访"), ("over", "已了结"), ("all", "全部"))
_OVER = (ConcernState.DONE, ConcernState.REFUSED, ConcernState.HANDED_BACK, ConcernState.REGISTERED)


class ConcernRow(NamedTuple):
    """One concern as the list shows it."""

    row: Any
    department: str
    late: bool


@allow(*WHO)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of what the officer may see."""
    region, told = region_here(request), request.GET
    standing = told.get("standing", "waiting")
    standing = standing if standing in dict(STANDINGS) else "waiting"
    kind = told.get("kind", "") if told.get("kind", "") in ConcernKind.values else ""
    source = told.get("source", "") if told.get("source", "") in ConcernSource.values else ""
    rows = _standing(concerns_for(request.officer, region), standing, request)
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(source=source) if source else rows
    found = Paginator(rows.order_by("due_on", "-filed_at", "id"), _PAGE).get_page(told.get("page"))
    context = {
        "page": found,
        "rows": [_row(row, request) for row in found],
        "standings": STANDINGS, "standing": standing, "kinds": ConcernKind.choices, "kind": kind,
        "sources": ConcernSource.choices, "source": source,
        "query": f"standing={standing}&kind={kind}&source={source}",
    }  # fmt: skip
    return render(request, "office/feedback/concerns.html", nav.around(request) | context)


def _standing(rows: QuerySet[Concern, Concern], standing: str, request: HttpRequest) -> QuerySet[Concern, Concern]:
    if standing == "waiting":
        return rows.filter(state__in=WAITING)
    if standing == "overdue":
        return overdue(rows, request.today)
    if standing == "call":
        return rows.filter(state=ConcernState.ANSWERED, due_on__isnull=False)
    return rows.filter(state__in=_OVER) if standing == "over" else rows


def _row(row: Any, request: HttpRequest) -> ConcernRow:
    department = request.directory.departments.get(row.department_id)
    late = row.due_on is not None and row.due_on < request.today
    return ConcernRow(row, department.short_name if department else "", late)
