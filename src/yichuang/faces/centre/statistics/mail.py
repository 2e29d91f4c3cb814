"""/centre/statistics/mail/: who is sent the numbers of each period, and what was sent (定期发送)."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.records.statistics import desk
from yichuang.rules.statistics.periods import TITLES

_MANAGER, _SHOWN, _LONG, _NAME = "centre_manager", 50, 120, 40


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the subscribers; add one, or end a subscription."""
    region = region_of(request)
    if request.method == "GET":
        return _show(request, region)
    context_of(request)  # raises Refused where the form brought no key
    if _MANAGER not in request.officer.roles():
        raise PermissionDenied(_MANAGER)
    missing = _end(request, region) if "end" in request.POST else _add(request, region)
    if missing:
        return _show(request, region, missing)
    return HttpResponseRedirect(f"/centre/statistics/mail/?region={region}")


def _add(request: HttpRequest, region: str) -> str:
    email, period = request.POST.get("email", "").strip()[:_LONG], request.POST.get("period", "")
    name = request.POST.get("name", "").strip()[:_NAME]
    try:
        validate_email(email)
    except ValidationError:
        return "邮箱地址写得不对。"
    if period not in TITLES:
        return "请选周期。"
    desk.subscribe(region, (email, name), period, request.today, request.officer.user_id)
    results.done(request, f"从今天起，每{TITLES[period]}结束后发送给 {email}。")
    return ""


def _end(request: HttpRequest, region: str) -> str:
    try:
        row = UUID(request.POST["end"])
    except ValueError:
        return "没有这个订阅。"
    if not desk.unsubscribe(region, row, request.at):
        return "没有这个订阅，或者已经停止。"
    results.done(request, "已停止发送。")
    return ""


def _show(request: HttpRequest, region: str, missing: str = "") -> HttpResponse:
    context = {
        "rows": desk.subscriptions(region),
        "sent": desk.mailings(region, _SHOWN),
        "kinds": [(kind, f"每{words}") for kind, words in TITLES.items()],
        "may": _MANAGER in request.officer.roles(),
        "served": bool(settings.EMAIL_HOST),
        "missing": missing,
        "told": request.POST,
        "key": new_key(),
    }
    return render(request, "centre/statistics/mail.html", frame(request) | context, status=422 if missing else 200)
