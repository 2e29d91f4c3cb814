"""The 关怀版 switch: a cookie, the same pages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.context import CARE_COOKIE

_A_YEAR = 365 * 24 * 3600


@allow(PUBLIC)
@require_POST
def mode(request: HttpRequest) -> HttpResponse:
    """Switch 关怀版 on (care=1) or off and go back to where the visitor was."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if request.POST.get("care") == "1":
        response.set_cookie(
            CARE_COOKIE, "1", max_age=_A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(CARE_COOKIE, samesite="Lax")
    return response
