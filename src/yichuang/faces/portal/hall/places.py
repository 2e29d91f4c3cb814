"""Where one goes (办事地点): every centre with what stands below it; a choice is kept for a year."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.place import PLACE_COOKIE, centre_of
from yichuang.faces.portal.hall.chain import chain

_A_YEAR = 365 * 24 * 3600
_FILTERS = ("hall", "dept")


@allow(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    """Show the chain of places; a chosen centre is kept for a year and leads home, or to what is taken in there."""
    told = request.POST.get("place", "")[:120]
    chosen, listed, asked = told.partition(":")
    if request.method == "POST" and chosen in request.directory.prefixes:
        response = HttpResponseRedirect(_items(asked) if listed else "/")
        response.set_cookie(
            PLACE_COOKIE, chosen, max_age=_A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
        return response
    links = chain(request.directory, request.today)
    context = {"links": links, "here": centre_of(request), "crumbs": [("办事地点", "")]}
    return render(request, "portal/hall/places.html", context, status=422 if request.method == "POST" else 200)


def _items(asked: str) -> str:
    """Return the address of the list of items, with the filters that are known."""
    query = urlencode({name: found[0] for name, found in parse_qs(asked).items() if name in _FILTERS})
    return f"/items/?{query}" if query else "/items/"
