"""Halls (大厅现况): which there are, who waits where now; somebody who is logged in draws a number by phone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.site import told
from yichuang.faces.common.place import centre_of
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import Source
from yichuang.records.hall.place import Place, halls, place_of
from yichuang.records.hall.queries import numbers_of
from yichuang.records.hall.snapshot import snapshot
from yichuang.rules.verdict import Refused


@allow(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List halls, branch halls, community points and self-service rooms of this place."""
    centre = centre_of(request)
    rows = list(halls([centre.region.code])) if centre else []
    main = [row for row in rows if row.parent_id is None]
    below = {row.id: [one for one in rows if one.parent_id == row.id] for row in main}
    context = {"groups": [(row, below[row.id]) for row in main], "crumbs": [("大厅", "")]}
    return render(request, "portal/hall/halls.html", context)


@allow(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def hall(request: HttpRequest, hall: str) -> HttpResponse:
    """Show who waits in a hall; draw a number."""
    place = place_of(hall, request.directory, request.today)
    if place is None:
        raise Http404
    if request.method != "POST":
        return _page(request, place)
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"/login/?next=/halls/{hall}/")
    try:
        row = drawn(place, _wish(request, place), request.at)
    except Refused as refused:
        return _page(request, place, refusal(refused, request.today))
    told()
    return redirect(f"/number/{row.token}/")


def _wish(request: HttpRequest, place: Place) -> Draw:
    ctx, line = context_of(request), place.line(request.POST.get("line", ""))
    if line is None:
        raise Refused("line_unknown", "YC")
    return Draw(line, ctx.key, Source.PHONE, user_id=request.user.pk)


def _page(request: HttpRequest, place: Place, refused: Refusal | None = None) -> HttpResponse:
    user = request.user.pk if request.user.is_authenticated else None
    held = numbers_of([place.hall.region_code], user, request.today) if user else []
    context = {
        "hall": place.hall,
        "now": snapshot(place, request.at),
        "held": [row for row in held if row.hall_id == place.hall.id],
        "refusal": refused,
        "key": new_key(),
        "crumbs": [("大厅", "/halls/"), (place.hall.name, "")],
    }
    return render(request, "portal/hall/hall.html", context, status=422 if refused else 200)
