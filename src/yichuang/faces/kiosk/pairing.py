"""Pairing a device (设备启用): the code that the manager got is typed once, then the screen is what it was made for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.live.devices import device_in, pair, remember
from yichuang.records.hall.models import Screen, ScreenKind


@allow(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a device that is known already goes to its page."""
    if request.method != "POST":
        known = device_in(request.COOKIES)
        return redirect(home_of(known)) if known else render(request, "kiosk/pair.html", {})
    tries = _tries(request)
    code = "".join(request.POST.get("code", "").split())
    found = None if tries.locked else pair(code, request.at)
    if found is None:
        tries.failed()
        return render(request, "kiosk/pair.html", {"wrong": True, "locked": tries.locked}, status=422)
    response = redirect(home_of(found[0]))
    remember(response, found[1], secure=request.is_secure())
    return response


def _tries(request: HttpRequest) -> Attempts:
    """Count by browser: the devices of a hall have one address, and one who plays with a code must not shut them out.

    Whoever drops his cookies is not stopped by this but by the length of a code.
    """
    return Attempts("screen", f"{request.META.get('REMOTE_ADDR', '')} {request.COOKIES.get('csrftoken', '')}")


def home_of(screen: Screen) -> str:
    """Return the page of a device."""
    slug, window = screen.hall.slug, screen.hall_window
    if screen.kind == ScreenKind.CUSTOMER:
        return "/screen/customer/"
    if screen.kind == ScreenKind.KIOSK:
        return "/kiosk/"
    if screen.kind == ScreenKind.COUNTER and window is not None:
        return f"/display/{slug}/{window.window.no}/"
    return f"/display/{slug}/"
