"""取消委托、辞去委托: a page that says what follows when the power is taken back, or given up."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.passing.end_mandate import MandateEnd, end_mandate, is_proxy
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.catalogue.versions import version_of
from yichuang.rules import transitions
from yichuang.rules.permissions import is_own
from yichuang.rules.proxy.mandate import mandate_of, may_end

_REASON_MAX = 300


@allow(USER)
@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, no: str) -> HttpResponse:
    """Ask once, then end the mandate. Raises: NotFound for who is not on the applicant's side."""
    case = read_case(no, request.officer, request.directory)
    if not is_own(request.officer, place_of(case)):
        raise NotFound(no)
    if request.method == "POST":
        words = request.POST.get("words", "").strip()[:_REASON_MAX]
        filed = perform(request, end_mandate, MandateEnd(On(case.no, version_in(request)), words=words))
        results.done(request, f"{filed.no} 的委托已经终止，以后由申请人本人办理")
        return HttpResponseRedirect(f"/my/cases/{filed.no}/")
    known = transitions.may("case.mandate_ended", case.state, kind=case.kind, paused=case.paused).allowed
    if not (known and case.agent and may_end(mandate_of(case.agent)).allowed):
        return HttpResponseRedirect(f"/my/cases/{case.no}/")
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "proxy": is_proxy(case, request.officer.user_id),
        "name": case.agent.get("name", ""),
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("终止委托", "")],
    }
    return render(request, "portal/people/mandate.html", context)
