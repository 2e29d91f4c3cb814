"""/rate/pad/<token>/: the rating pad beside a window (窗口评价屏). It waits, asks, thanks, and clears itself.

The address is signed for one window; the page knows no clerk and no log-in, and shows nothing personal. The second
screen of the window comes here to ask (`from=screen`), and is led back when nobody is asked any more.
"""

from __future__ import annotations

from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.visitors.pads import window_behind
from yichuang.faces.portal.feedback.rating import BESIDE, STAFF, form, put, shut
from yichuang.records.feedback.queries import invited_on_pad
from yichuang.rules.verdict import Refused

_WAIT, _THANK, _ASK = 4, 8, 60  # seconds after which the pad looks again
_FROM, _SCREEN = "?from=screen", "/screen/customer/"
_UNKNOWN = "这不是评价屏的地址。请从受理台打开“评价屏”。"


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def pad(request: HttpRequest, token: str) -> HttpResponse:
    """Show who may rate at this window now, or that nobody is asked."""
    try:
        region, window_id = window_behind(token)
    except signing.BadSignature:
        return shut(request, _UNKNOWN, 404)
    if request.officer.grants:  # the screen of the clerk, not the one that the customer looks at
        return shut(request, STAFF, 403)
    row, again = invited_on_pad(region, UUID(window_id), request.at), _address(request, token)
    if request.method == "POST" and row is not None and request.POST.get("case") == row.case.no:
        try:
            put(request, row)
        except Refused as refused:
            if refused.code not in BESIDE:
                return HttpResponseRedirect(again)
            return _refreshed(form(request, row, refused, "portal/feedback/pad.html"), again, _ASK)
        return HttpResponseRedirect(f"{again}{'&' if '?' in again else '?'}thanks=1")
    if row is not None:
        return _refreshed(form(request, row, None, "portal/feedback/pad.html"), again, _ASK)
    thanks, leads = bool(request.GET.get("thanks")), _SCREEN if again.endswith(_FROM) else again
    if leads == _SCREEN and not thanks:
        return HttpResponseRedirect(_SCREEN)
    told = {"window": request.directory.windows.get(UUID(window_id)), "thanks": thanks}
    return _refreshed(render(request, "portal/feedback/pad_wait.html", told), leads, _THANK if thanks else _WAIT)


def _address(request: HttpRequest, token: str) -> str:
    """Return the address of this pad, and whether the second screen sent for it."""
    return f"/rate/pad/{token}/{_FROM if request.GET.get('from') == 'screen' else ''}"


def _refreshed(response: HttpResponse, address: str, seconds: int) -> HttpResponse:
    """Let the screen look again by itself: what somebody left half typed goes with it."""
    response.headers["Refresh"] = f"{seconds}; url={address}"
    return response
