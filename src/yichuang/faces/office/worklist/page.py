"""/worklist/: what I have to do, what nobody has taken up, what is running late, what I did, and all of it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.office.scope import frame, regions_of, scope_of
from yichuang.faces.office.worklist.filters import chips_of, filters_of
from yichuang.faces.office.worklist.listing import Listing, listing_of
from yichuang.faces.office.worklist.rows import rows_of
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.cases.queries import worklist
from yichuang.records.cases.worklist import ALERTS, ALL, DONE, MINE, UNCLAIMED, Scope, department_cases
from yichuang.records.fees.queries import checks_owed, paid

PAGE = 50
TABS = (
    (MINE, "待我办理"),
    (UNCLAIMED, "待认领"),
    (ALERTS, "临期与超时"),
    (DONE, "已办"),
    (ALL, "全部"),
)
_EMPTY = {
    MINE: "没有待您办理的办件",
    UNCLAIMED: "没有等人认领的办件",
    ALERTS: "没有临期和超时的办件",
    DONE: "您还没有办过办件",
    ALL: "没有在办的办件",
}


@allow(*OFFICE)
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the list that the address means; a whole case number opens its case."""
    listing = listing_of(request.GET, request.directory)
    if listing.number and _sees(request, listing.number):
        return HttpResponseRedirect(f"/cases/{listing.number}/")
    scope = scope_of(request.officer, request.directory, request.today, request.GET.get("region", ""))
    context = frame(request, scope)
    if scope is None:
        return render(request, "office/no_post.html", context)
    tab = listing.wanted.tab
    found = Paginator(worklist(scope, listing.wanted, request.today), PAGE).get_page(request.GET.get("page"))
    filters = filters_of(listing, scope, request.directory, regions_of(request.officer))
    return render(
        request,
        "office/worklist.html",
        context
        | {
            "tabs": [(key, words, context["counts"][key], key == tab) for key, words in TABS],
            "tab": tab,
            "tab_words": dict(TABS)[tab],
            "listing": listing,
            "page": found,
            "rows": rows_of(list(found), request, scope, refusals=tab == MINE),
            "filters": filters,
            "chips": chips_of(listing, filters),
            "empty": _empty(listing, context["counts"]),
            "rest": _rest(request),
            "q": listing.told.get("q", ""),
            "key": new_key(),
            **(_told(scope) if tab == MINE else {}),
        },
    )


def _told(scope: Scope) -> dict[str, Any]:
    """Return what came to the departments besides cases to handle: payments, promises to look into. Two queries."""
    came = paid(department_cases(scope), scope.region_code)
    return {
        "checks": checks_owed(scope.region_code, scope.takes),
        "paid": came.aggregate(count=Count("id"), nearest=Min("certificate_by")),
    }


def _sees(request: HttpRequest, number: str) -> bool:
    try:
        read_case(number, request.officer, request.directory)
    except NotFound:
        return False
    return True


def _empty(listing: Listing, counts: dict[str, int]) -> dict[str, Any]:
    """Return what an empty list says and where to go from it."""
    tab = listing.wanted.tab
    if set(listing.told) - {"tab", "region"}:
        links = [{"label": "去掉全部筛选", "url": f"/worklist/?tab={tab}"}]
        return {"title": "没有符合这些条件的办件", "last": "换一个条件，或去掉筛选再看。", "links": links}
    others = [
        {"label": f"看{words} {counts[key]} 件", "url": f"/worklist/?tab={key}"}
        for key, words in TABS
        if key != tab and key != DONE and counts[key]
    ]
    last = "办件到了您这一步，会出现在这里。" if tab == MINE else ""
    return {"title": _EMPTY[tab], "last": last, "links": others[:2]}


def _rest(request: HttpRequest) -> str:
    """Return why today does not count, "" on a working day."""
    day = request.directory.calendar("cn").day(request.today)
    return "" if day.counts else day.why
