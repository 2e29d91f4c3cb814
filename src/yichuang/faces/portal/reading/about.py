"""关于本站: how to tell the real site, and how accessible it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow


@allow("public")
@require_safe
def identify(request: HttpRequest) -> HttpResponse:
    """Say how to recognise this site (如何辨认)."""
    return render(request, "portal/identify.html", {"crumbs": [("如何辨认", "")], "host": request.get_host()})


@allow("public")
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible this site is (无障碍声明)."""
    return render(request, "portal/accessibility.html", {"crumbs": [("无障碍声明", "")]})
