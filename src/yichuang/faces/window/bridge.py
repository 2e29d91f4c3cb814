"""设备桥: pages that may speak to the devices of this window; the policy of the page names the one address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def bridged(view: View) -> View:
    """Let the page ask the bridge, where one is set up."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        response = view(request, *args, **parts)
        if settings.YICHUANG_BRIDGE:
            response._csp_update = {"connect-src": [SELF, settings.YICHUANG_BRIDGE]}  # type: ignore[attr-defined]
        return response

    return shown
