"""Displays (大厅叫号屏、窗口屏): plain pages that any TV browser shows; with scripts they are live."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.live.reads import away_from
from yichuang.records.hall.place import Place, place_of
from yichuang.records.hall.snapshot import snapshot


@allow(PUBLIC)
@require_safe
def wall(request: HttpRequest, hall: str) -> HttpResponse:
    """Show the calls of a hall: numbers and windows, nobody's name."""
    place = _place(request, hall)
    return _shown(request, "kiosk/wall.html", place, live=f"/live/board/{hall}/")


@allow(PUBLIC)
@require_safe
def counter(request: HttpRequest, hall: str, window_no: str) -> HttpResponse:
    """Show what stands above one window: its number, who sits there, whom it serves."""
    place = _place(request, hall)
    window = place.window(window_no)
    if window is None:
        raise Http404
    return _shown(request, "kiosk/counter.html", place, live=f"/live/state/{hall}/", window_no=window_no)


def _place(request: HttpRequest, slug: str) -> Place:
    place = place_of(slug, request.directory, request.today)
    if place is None:
        raise Http404
    return place


def _shown(request: HttpRequest, template: str, place: Place, **more: Any) -> HttpResponse:
    now = snapshot(place, request.at)
    window = now.windows.get(more.get("window_no", ""))
    context = {"hall": place.hall, "now": now, "window": window, **more}
    if template == "kiosk/wall.html":
        context["away"] = away_from(place.hall)
    return render(request, template, context)
