"""办件列表: all cases of the region, filtered as the address says; the queries stay the same whatever the rows."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.listing import listing_of
from yichuang.faces.centre.rows import rows_of
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.cases.oversight import watched

PAGE = 50


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the list."""
    listing = listing_of(request)
    cases = watched(request.officer, region_of(request), listing.wanted, request.today)
    found = Paginator(cases, PAGE).get_page(request.GET.get("page"))
    context = {
        "listing": listing,
        "page": found,
        "rows": rows_of(list(found), request),
        "q": listing.told.get("q", ""),
    }
    return render(request, "centre/cases.html", frame(request) | context)
