"""要求听证: the applicant who was told of his right asks for a hearing, within the days of the law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing, told_days
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.portal.mine.hearings import why_not
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.hearing.hearings import hold_by
from yichuang.rules.verdict import Refused

_MAX = 2000


@allow(USER)
@require_http_methods(["GET", "POST"])
def hearing(request: HttpRequest, no: str) -> HttpResponse:
    """Ask for a hearing; after the last day the page says so, with the article."""
    case = own_case(request, no)
    if request.method == "GET":
        return _form(request, case, why_not(case, request))
    reason = request.POST.get("reason", "").strip()[:_MAX]
    try:
        filed = perform(request, request_hearing, HearingRequest(On(case.no, version_in(request)), reason=reason))
    except Refused as refused:
        return _form(request, case, refusal(refused, request.today), reason, 422)
    results.done(request, f"{filed.no} 已要求听证，时间和地点会另行书面通知您")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/#hearing")


def _form(
    request: HttpRequest, case: CaseFile, said: Refusal | None, reason: str = "", status: int = 200
) -> HttpResponse:
    days = told_days(case, own=True)
    latest = hold_by(request.today, norms_of(case), request.directory.calendar(case.profile)) if days else None
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "until": days[0] if days else None,
        "latest": latest,
        "refusal": said,
        "reason": reason,
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("要求听证", "")],
    }
    return render(request, "portal/mine/hearing.html", context, status=status)
