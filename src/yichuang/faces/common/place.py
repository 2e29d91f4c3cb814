"""Which centre a visitor looks at (办事地区): an officer's own, else the one chosen, else the first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.records.org.models import Centre

PLACE_COOKIE = "place"
_A_YEAR = 365 * 24 * 3600


def centre_of(request: HttpRequest) -> Centre | None:
    """Return the centre whose items, names and telephone the pages show; None before there is one."""
    directory = getattr(request, "directory", None)
    if directory is None:
        return None
    officer = getattr(request, "officer", None)
    region = officer.grants[0].region_code if officer and officer.grants else ""
    region = region or directory.prefixes.get(request.COOKIES.get(PLACE_COOKIE, ""), "")
    return directory.centres.get(region) or next(iter(directory.centres.values()), None)


@allow(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    """List the centres of this installation; a choice is kept for a year and leads home."""
    centres = request.directory.centres.values()
    chosen = request.POST.get("place", "")
    if request.method == "POST" and chosen in {centre.prefix for centre in centres}:
        response = HttpResponseRedirect("/")
        response.set_cookie(
            PLACE_COOKIE, chosen, max_age=_A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
        return response
    here = centre_of(request)
    context = {"centres": list(centres), "here": here, "crumbs": [("切换地区", "")]}
    return render(request, "common/places.html", context, status=422 if request.method == "POST" else 200)
