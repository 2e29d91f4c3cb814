"""What every page at the window shows around itself (窗口页面的框架): window, menu counts, search."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.faces.common.access import WINDOW
from yichuang.records.cases import desk
from yichuang.rules.officers import Grant
from yichuang.rules.permissions import RIGHTS


def post_at_window(request: HttpRequest) -> Grant:
    """Return the officer's first post at a window. Raises PermissionDenied."""
    grant = next((grant for grant in request.officer.grants if grant.role in WINDOW), None)
    if grant is None:
        raise PermissionDenied(" ".join(WINDOW))
    return grant


def region_of(request: HttpRequest) -> str:
    """Return the region in which the officer works."""
    return post_at_window(request).region_code


def signing_departments(request: HttpRequest) -> list[UUID]:
    """Return the departments whose decisions the officer may sign at the window (首席代表)."""
    roles = RIGHTS["case.decided"].roles & WINDOW
    found = (grant.department_id for grant in request.officer.grants if grant.role in roles)
    return [department for department in found if department]


def asking(request: HttpRequest) -> Context:
    """Return the circumstances in which an act is asked beforehand: nothing will be filed."""
    return Context(request.officer, request.at, request.directory)


def frame(request: HttpRequest, **more: Any) -> dict[str, Any]:
    """Return the context that all pages at the window share. One query."""
    grant = post_at_window(request)
    numbers = desk.counts(request.officer, grant.region_code, signing_departments(request))
    numbers["pickup"] = numbers[desk.TO_ISSUE] + numbers[desk.TO_HAND]
    window = request.directory.windows.get(grant.window_id)
    return {
        "numbers": numbers,
        "nav_counts": numbers,
        "nav_todo": numbers[desk.ONLINE] + numbers[desk.RETURNED],
        "window": window,
        "bar_title": f"{window.name} {window.no}" if window else "",
        "search_url": "/desk/",
        "staff_home": "/desk/",
        "bridge": settings.YICHUANG_BRIDGE,
        **more,
    }
