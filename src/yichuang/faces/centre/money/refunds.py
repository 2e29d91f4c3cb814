"""退付审批: money that somebody asks to give back, and the second person's answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.faces.centre.scope import frame, region_of, watched_case
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.records.fees.days import refunds_in
from yichuang.records.fees.models import RefundState
from yichuang.rules.verdict import Refused

_MANAGER = "centre_manager"


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer; to POST gives one."""
    if request.method == "GET":
        return _show(request)
    if _MANAGER not in request.officer.roles():
        raise PermissionDenied(_MANAGER)
    context_of(request)  # a form without a key does nothing
    agree = request.POST.get("do") == "agree"
    try:
        case = watched_case(request, request.POST.get("case", "")[:40])
        on = On(case.no, version_in(request))
        perform(request, answer_refund, RefundAnswer(on, _id(request), agree, request.POST.get("words", "")))
    except Refused as said:
        return _show(request, status=422, refusal=refusal(said, request.today), told=request.POST)
    results.done(request, f"{'已同意' if agree else '已答复不同意'} {case.no}")
    return redirect(f"{reverse('centre:money_refunds')}?region={case.region_code}")


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    rows = refunds_in(region_of(request), (RefundState.ASKED,))
    context = {
        "rows": [(row, row.asked_by_id == request.officer.user_id) for row in rows],
        "may": _MANAGER in request.officer.roles(), "key": new_key(),
    }  # fmt: skip
    return render(request, "centre/money/refunds.html", frame(request) | context | more, status=status)


def _id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("row", ""))
    except ValueError:
        raise Refused("refund_answered", "XKF-59") from None
