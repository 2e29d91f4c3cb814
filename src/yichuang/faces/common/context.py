"""What every page knows without asking (页面上下文): the centre, today, the mode, the menus."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from yichuang.faces.common import clock, nav
from yichuang.faces.common.place import centre_of
from yichuang.law.book import book
from yichuang.records.org.models import Role

CARE_COOKIE = "care"


@dataclass(frozen=True, slots=True)
class Site:
    """The centre as its pages name it; the setting YICHUANG_SITE overrides."""

    name: str = "嘉宁市政务服务中心"
    motto: str = "一窗受理 · 限时办结"
    city: str = "嘉宁市"
    address: str = "嘉宁市滨河路 18 号"
    phone: str = "0000-2110000"
    complaint_phone: str = "12345"
    hours: str = "周一至周五 9:00–17:00"
    mark: str = "政"


def site_of(request: HttpRequest) -> Site:
    """Return the centre's names: setting first, then the centre that the visitor looks at, then the default."""
    words = dict(getattr(settings, "YICHUANG_SITE", {}))
    centre = centre_of(request)
    if centre is not None:
        row = {name: getattr(centre, name) for name in ("name", "address", "phone", "hours")}
        words = {name: word for name, word in row.items() if word} | {"city": centre.region.name} | words
    return Site(**{f.name: words[f.name] for f in fields(Site) if f.name in words})


def post_of(request: HttpRequest) -> str:
    """Return department, window and post of the officer in words: 市水务局 审查人, 综合窗口 A06 窗口人员."""
    officer, directory = getattr(request, "officer", None), getattr(request, "directory", None)
    if officer is None or not officer.grants or directory is None:
        return ""
    grant = officer.grants[0]
    window = directory.windows.get(grant.window_id)
    department = directory.departments.get(grant.department_id)
    words = (department and department.short_name, window and str(window), Role(grant.role).label)
    return " ".join(word for word in words if word)


def back_of(request: HttpRequest) -> str:
    """Return the page of ours that the visitor came from, else the home page."""
    came = urlsplit(request.headers.get("referer", ""))
    return urlunsplit(("", "", came.path, came.query, "")) if came.netloc == request.get_host() else "/"


def has_many_places(request: HttpRequest) -> bool:
    """Say whether there is more than one centre to choose from."""
    directory = getattr(request, "directory", None)
    return directory is not None and len(directory.centres) > 1


def kiosk_idle(request: HttpRequest) -> int:
    """Return after how many seconds a page on a machine of the hall is left; 0 for the machine's own pages."""
    centre = centre_of(request)
    if centre is None or request.path.startswith(("/kiosk/", "/screen/", "/display/", "/rate/pad/")):
        return 0
    return book().norms(centre.profile, request.today).number("kiosk_idle_seconds")


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the context of every template (context processor)."""
    officer = getattr(request, "officer", None)
    return {
        "site": SimpleLazyObject(lambda: site_of(request)),
        "today": getattr(request, "today", None) or clock.today(),
        "kiosk_idle": SimpleLazyObject(lambda: kiosk_idle(request)) if "screen" in request.COOKIES else 0,
        "care": request.COOKIES.get(CARE_COOKIE) == "1",
        "demo": settings.DEMO,
        "officer": officer,
        "officer_post": SimpleLazyObject(lambda: post_of(request)),
        "layout": "common/staff.html" if officer and officer.grants else "common/public.html",
        "many_places": SimpleLazyObject(lambda: has_many_places(request)),
        "nav_public": SimpleLazyObject(lambda: nav.public(request)),
        "nav_footer": SimpleLazyObject(lambda: nav.footer(request)),
        "nav_staff": SimpleLazyObject(lambda: nav.staff(request)),
    }
