"""撤回申请: a page of its own that says what it means, then the act."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import sentence
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.catalogue.versions import version_of
from yichuang.rules import transitions
from yichuang.rules.verdict import Refused

_REASON_MAX = 500


@allow(USER)
@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, no: str) -> HttpResponse:
    """Ask once, then withdraw."""
    case = own_case(request, no)
    if request.method == "POST":
        wish = Withdrawal(On(case.no, version_in(request)), request.POST.get("reason", "").strip()[:_REASON_MAX])
        filed = perform(request, withdraw, wish)
        results.done(request, f"{filed.no} 已撤回，确认书在下面的文书里")
        return HttpResponseRedirect(f"/my/cases/{filed.no}/")
    try:
        transitions.may("case.withdrawn", case.state, kind=case.kind, paused=case.paused).raise_if_refused()
    except Refused as said:
        results.warned(request, sentence(said, request.today))
        return HttpResponseRedirect(f"/my/cases/{case.no}/")
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("撤回申请", "")],
    }
    return render(request, "portal/mine/withdraw.html", context)
