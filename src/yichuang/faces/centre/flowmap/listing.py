"""/centre/map/: the items whose cases have trails, most cases first, with how long they take."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.flowmap.asked import around, asked
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.catalogue.models import Item
from yichuang.records.statistics.trails.queries import items_of
from yichuang.rules.trails.charting import share_at

PAGE = 50


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the items."""
    wanted = asked(request)
    found = Paginator(items_of(wanted.region, wanted.span), PAGE).get_page(request.GET.get("page"))
    items = Item.objects.in_bulk([one.item_id for one in found])
    rows = [
        (items[one.item_id], one.lengths.total(), one.running, share_at(one.lengths, 50), share_at(one.lengths, 90))
        for one in found
        if one.item_id in items
    ]
    return render(request, "centre/flowmap/listing.html", around(request, wanted) | {"rows": rows, "page": found})
