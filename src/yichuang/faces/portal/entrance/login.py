"""登录: user name and password; too many failures lock the pair of name and address for a while."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.portal.entrance.cards import home_of

_WRONG = "用户名或密码不对。请核对后再输入，注意大小写"
_MISSING = "请填用户名和密码"
_LONGEST, _AN_HOUR = 150, 3600  # characters; seconds, as AXES_COOLOFF_TIME says


@allow(PUBLIC)
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Show the form; let in whoever knows the password."""
    if request.method == "GET":
        return _page(request, request.GET.get("next", ""), [])
    after = request.POST.get("next", "")
    name, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
    if not name or not password or len(name) > _LONGEST:
        return _page(request, after, [{"anchor": "username", "sentence": _MISSING}])
    user = authenticate(request, username=name, password=password)
    if user is None:
        return _page(request, after, [{"anchor": "username", "sentence": _WRONG}])
    login(request, user)
    request.officer = request.directory.officer(user.pk, request.today)
    return HttpResponseRedirect(onward(request, after))


@allow(PUBLIC)
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect("/")


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """Say that there were too many failures, and what to do (called by axes)."""
    page = render(request, "portal/entrance/locked.html", status=429)
    page.headers["Retry-After"] = str(_AN_HOUR)
    return page


def onward(request: HttpRequest, after: str) -> str:
    """Return the page that was asked for if it is ours, else where this person begins."""
    if after and url_has_allowed_host_and_scheme(after, {request.get_host()}, require_https=request.is_secure()):
        return after
    return home_of(request.officer.roles())


def _page(request: HttpRequest, after: str, errors: list[dict[str, str]]) -> HttpResponse:
    context = {
        "next": after,
        "name": request.POST.get("username", ""),
        "errors": errors,
        "form": {"errors": errors},
        "crumbs": [("登录", "")],
    }
    return render(request, "portal/entrance/login.html", context, status=422 if errors else 200)
