"""What every page of a kiosk shares: which machine it is, when it clears itself, that nothing is kept (自助终端)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.context import CARE_COOKIE
from yichuang.faces.common.live.devices import COOKIE, device_in
from yichuang.records.hall.models import Screen, ScreenKind
from yichuang.records.hall.place import Place, place

View = Callable[..., HttpResponse]
_NUMBERS, _MOST, _SECONDS = "numbers", 8, 30
_OURS = frozenset({COOKIE, "csrftoken", "place"})  # what belongs to the machine and not to who stands before it


def at_kiosk(view: View) -> View:
    """Let only registered kiosks in; others are sent to type their code. Nothing is kept in any cache."""

    @allow(PUBLIC)
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        device = device_in(request.COOKIES)
        if device is None or device.kind != ScreenKind.KIOSK:
            away = HttpResponseRedirect("/screen/")  # shut out meanwhile: whoever is logged in leaves all the same
            return cleared(request, away) if "clear" in request.GET else away
        request.kiosk = device
        response = view(request, *args, **parts)
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


def here(request: HttpRequest) -> Place:
    """Return the hall in which the kiosk stands."""
    device: Screen = request.kiosk
    return place(device.hall, request.directory, request.today)


def shown(request: HttpRequest, template: str, place: Place, status: int = 200, **more: Any) -> HttpResponse:
    """Return a page of the kiosk."""
    more = {"hall": place.hall, "idle": place.norms.number("kiosk_idle_seconds"), **more}
    return render(request, f"kiosk/{template}.html", more, status=status)


def held(request: HttpRequest) -> tuple[str, ...]:
    """Return the numbers that whoever stands here drew since the kiosk was cleared."""
    kept = request.session.get(_NUMBERS, ())
    return tuple(str(one) for one in kept)[:_MOST] if isinstance(kept, list) else ()


def remember(request: HttpRequest, token: str) -> None:
    """Keep until the kiosk is cleared that he has this number."""
    request.session[_NUMBERS] = [*held(request), token][-_MOST:]


def seconds_to_see(place: Place) -> int:
    """Return when the page of a number clears itself: its visitor is done and gone sooner than others."""
    return min(_SECONDS, int(place.norms.number("kiosk_idle_seconds")))


def cleared(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Drop whatever the last visitor left: session, large type, all other cookies."""
    request.session.flush()
    response.delete_cookie(CARE_COOKIE, samesite="Lax")
    for name in request.COOKIES.keys() - _OURS - {CARE_COOKIE, "sessionid"}:
        response.delete_cookie(name)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
