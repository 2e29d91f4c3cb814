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
from yichuang.faces.portal.hall.points import hours_of, points, spot_of, start_in
from yichuang.law.book import book
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import HallKind, Source
from yichuang.records.hall.place import Place, halls, place_of
from yichuang.records.hall.queries import numbers_of
from yichuang.records.hall.snapshot import snapshot
from yichuang.records.hall.whose import phone_of
from yichuang.records.staffing.access import points_of
from yichuang.rules.verdict import Refused


@allow(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List halls, branch halls, community points and self-service rooms of this place; the nearest first if asked."""
    centre = centre_of(request)
    rows = list(halls([centre.region.code])) if centre else []
    more = points_of(centre.region.code) if centre else []
    norms = book().norms(centre.profile if centre else "cn", request.today)
    main = [row for row in rows if row.kind == HallKind.MAIN]
    circle = norms.get("community_circle_minutes")
    context = {
        "groups": [(row, hours_of(row), [one for one in rows if one.parent_id == row.id]) for row in main],
        "points": points(rows, more, norms, start_in(request, rows)),
        "landmarks": [row for row in rows if spot_of(row)],
        "chosen": request.GET.get("from", ""),
        "circle": circle.value if circle else None,
        "crumbs": [("大厅", "")],
    }
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
    phone = phone_of(place.hall.region_code, request.user.pk)
    return Draw(line, ctx.key, Source.PHONE, user_id=request.user.pk, phone=phone)


def _page(request: HttpRequest, place: Place, refused: Refusal | None = None) -> HttpResponse:
    user = request.user.pk if request.user.is_authenticated else None
    held = numbers_of([place.hall.region_code], user, request.today) if user else []
    context = {
        "hall": place.hall,
        "hours": hours_of(place.hall),
        "now": snapshot(place, request.at),
        "held": [row for row in held if row.hall_id == place.hall.id],
        "refusal": refused,
        "key": new_key(),
        "crumbs": [("大厅", "/halls/"), (place.hall.name, "")],
    }
    return render(request, "portal/hall/hall.html", context, status=422 if refused else 200)
