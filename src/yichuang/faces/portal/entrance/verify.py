"""证照核验: what a certificate is worth at this moment, for whoever holds its paper, its picture or its number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.visitors.verifying import TooMany, Verified, verified

_LONGEST = 300
_LOCKED = "查得太多了，请过几分钟再查，或拨打咨询电话"


@allow(PUBLIC)
@never_cache
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Take a number, an identifier or what a scanner read; the answer stands on the same page."""
    typed = request.GET.get("q", "").strip()[:_LONGEST]
    if not typed:
        return _page(request, "", None)
    return _answer(request, typed, missing=200)


@allow(PUBLIC)
@never_cache
@require_GET
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """Show type, number, masked holder, issuer, validity and state; 404 for a code of no certificate."""
    return _answer(request, f"/verify/{token}/", missing=404)


def _answer(request: HttpRequest, typed: str, *, missing: int) -> HttpResponse:
    shown = "" if typed.startswith("/verify/") else typed
    try:
        found = verified(request, typed)
    except TooMany as often:
        page = _page(request, shown, None, _LOCKED, status=429)
        page.headers["Retry-After"] = str(often.seconds)
        return page
    return _page(request, shown, found, status=200 if found.certificate else missing)


def _page(request: HttpRequest, typed: str, found: Verified | None, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        "typed": typed,
        "found": found,
        "error": error,
        "certificate": found.certificate if found else None,
        "crumbs": [("证照核验", "/verify/" if found else "")],
    }
    return render(request, "portal/entrance/verify.html", context, status=status)
