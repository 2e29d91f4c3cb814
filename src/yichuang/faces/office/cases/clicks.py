"""Acts that need one click and no words: 认领, 转审查, 制作证照, 办结."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.passing.sign_for import SigningFor, sign_for
from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.page import show

View = Callable[..., HttpResponse]


def clicked(act: Any, wish: Callable[..., Any], words: str, roles: frozenset[str]) -> View:
    """Return the view of such an act: a form without fields, back to the case with a result line."""

    @allow(*roles)
    @require_http_methods(["GET", "POST"])
    def view(request: HttpRequest, no: str) -> HttpResponse:
        if request.method == "GET":
            return HttpResponseRedirect(back_to(request, no))
        deed = Deed(act, wish(on(request, no)), words)
        return act_on(request, no, deed, lambda said: show(request, no, status=422, refusal=said))

    return view


def back_to(request: HttpRequest, no: str) -> str:
    """Return the address of the case page with the list it was opened from."""
    query = request.GET.urlencode()
    return f"/cases/{no}/{'?' if query else ''}{query}"


claim_one = clicked(claim, Claim, "已认领", OFFICE)
route_one = clicked(route, Routing, "已转承办部门审查", WINDOW)
sign_one = clicked(sign_for, SigningFor, "已签收材料", OFFICE)
issue_one = clicked(issue, Issue, "已制作证照", WINDOW)
close_one = clicked(close, Closing, "已办结", WINDOW)
