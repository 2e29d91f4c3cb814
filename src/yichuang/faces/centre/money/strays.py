"""待查款: money that nobody can place yet, and what somebody found out."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from yichuang.acts.fees.books.explain import Explanation, explain
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common import results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import new_key, perform
from yichuang.records.fees.days import strays
from yichuang.rules.verdict import Refused

_MANAGER = "centre_manager"


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the inbox; to POST takes one sum out of it."""
    region, may = region_of(request), _MANAGER in request.officer.roles()
    if request.method == "GET":
        context = {"rows": strays(region), "may": may, "key": new_key()}
        return render(request, "centre/money/strays.html", frame(request) | context)
    if not may:
        raise PermissionDenied(_MANAGER)
    perform(request, explain, Explanation(region, _id(request), request.POST.get("words", "")))
    results.done(request, "已登记查明结果")
    return redirect(f"{reverse('centre:money_strays')}?region={region}")


def _id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("row", ""))
    except ValueError:
        raise Refused("stray_settled", "XKF-59") from None
