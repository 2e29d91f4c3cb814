"""设备桥: pages that may speak to the devices of this window; the policy of the page names the one address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def bridged(view: View) -> View:
    """Let the page ask the bridge, where one is set up."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **parts: object) -> HttpResponse:
        if not settings.YICHUANG_BRIDGE:
            return view(request, *args, **parts)
        widened = csp_update({"connect-src": [SELF, settings.YICHUANG_BRIDGE]})(view)
        response: HttpResponse = widened(request, *args, **parts)
        return response

    return shown
