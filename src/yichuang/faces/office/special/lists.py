"""Cases that wait for something special (缴费、容缺、承诺核查、绿色通道) in the officer's departments."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.scope import frame, scope_of
from yichuang.records.cases.access import cases_for
from yichuang.records.fees import queries

_PAGE = 50
TABS = (
    ("fees", "缴费"),
    ("paid", "已缴费"),
    ("tolerance", "容缺"),
    ("promises", "承诺待核查"),
    ("recovery", "作废、收回"),
    ("green", "绿色通道"),
)


@allow(*OFFICE)
@require_GET
def special(request: HttpRequest) -> HttpResponse:
    """Show one of the lists."""
    tab = request.GET.get("tab", "")
    tab = tab if tab in dict(TABS) else TABS[0][0]
    scope = scope_of(request.officer, request.directory, request.today)
    region = scope.region_code if scope else ""
    cases = cases_for(request.officer, region)
    rows = {
        "fees": lambda: queries.owing(cases, region).order_by("payment_by", "id"),
        "paid": lambda: queries.paid(cases, region),
        "tolerance": lambda: queries.tolerated(cases),
        "promises": lambda: queries.unchecked(cases, region),
        "recovery": lambda: queries.to_recover(cases, region),
        "green": lambda: queries.expedited(cases),
    }[tab]()
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page"))
    for case in page.object_list:
        by = getattr(case, "check_by", None)
        case.provisional_check = by is not None and request.directory.calendar(case.profile).provisional(by)
    fees = queries.fees_by_case(region, [case.id for case in page.object_list]) if tab == "fees" else {}
    told = {
        "tab": tab,
        "tabs": TABS,
        "page": page,
        "rows": [(case, fees.get(case.id, [])) for case in page.object_list],
    }
    return render(request, "office/special/lists.html", frame(request, scope) | told)
