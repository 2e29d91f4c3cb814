"""The reception desk (导办台): draw a number for whoever comes or telephones, with his class; print the slip."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.live.site import told
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window.frame import frame, post_at_window
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import Priority, Source
from yichuang.records.hall.place import Place, place_at_window
from yichuang.records.hall.snapshot import snapshot
from yichuang.rules.verdict import Refused

_PHONE = re.compile(r"1\d{10}")


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def reception(request: HttpRequest) -> HttpResponse:
    """Show the lines; draw a number."""
    found = place_at_window(post_at_window(request).window_id, request.directory, request.today)
    if request.method == "POST":
        ctx = context_of(request)
        if found is None:
            raise Refused("window_nowhere", "YC")
        try:
            row = drawn(found[0], _wish(request, found[0], ctx.key), request.at)
        except Refused as refused:
            return _page(request, found[0], refusal(refused, request.today))
        told()
        return redirect(f"/number/{row.token}/?slip=1")
    if found is None:
        return render(request, "window/calling/nowhere.html", frame(request))
    return _page(request, found[0])


def _wish(request: HttpRequest, place: Place, key: str) -> Draw:
    line, phone = place.line(request.POST.get("line", "")), "".join(request.POST.get("phone", "").split())
    if line is None:
        raise Refused("line_unknown", "YC")
    if phone and not _PHONE.fullmatch(phone):
        raise Refused("phone_wrong", "YC")
    priority = request.POST.get("priority", "")
    known = priority if priority in dict(_classes(place)) else Priority.ORDINARY
    return Draw(line, key, Source.DESK, known, phone=phone)


def _page(request: HttpRequest, place: Place, refused: Refusal | None = None) -> HttpResponse:
    classes = _classes(place)
    now = snapshot(place, request.at)
    context = frame(request, hall=place.hall, now=now, classes=classes, refusal=refused, key=new_key())
    return render(request, "window/calling/reception.html", context, status=422 if refused else 200)


def _classes(place: Place) -> list[tuple[str, str]]:
    """Return the classes in which a number may be drawn here: ordinary, and those that the place calls first."""
    first = [one for one in Priority.choices if one[0] in place.first and one[0] != Priority.APPOINTMENT]
    return [(Priority.ORDINARY.value, str(Priority.ORDINARY.label)), *first]
