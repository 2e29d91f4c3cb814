"""要求听证、放弃听证: the applicant who was told of his right asks for a hearing, or gives it up, within his days."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing, told_days
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.portal.mine.hearings import waiver_barred, why_not
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.hearing.hearings import hold_by
from yichuang.rules.verdict import Refused

_MAX = 2000
_UNSURE = "请勾选“我自愿放弃”再提交；不放弃的，按“不放弃”返回"


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


@allow(USER)
@require_http_methods(["GET", "POST"])
def waiving(request: HttpRequest, no: str) -> HttpResponse:
    """Say what it means, ask once, then put it on record."""
    case = own_case(request, no)
    if request.method == "GET":
        return _sure(request, case, waiver_barred(case, request))
    if request.POST.get("sure") != "yes":
        return _sure(request, case, waiver_barred(case, request), _UNSURE, 422)
    try:
        filed = perform(request, waive_hearing, HearingWaiver(On(case.no, version_in(request))))
    except Refused as refused:
        return _sure(request, case, refusal(refused, request.today), status=422)
    results.done(request, f"{filed.no} 已书面放弃听证，声明在下面的文书里")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/#hearing")


def _sure(
    request: HttpRequest, case: CaseFile, said: Refusal | None, error: str = "", status: int = 200
) -> HttpResponse:
    days, errors = told_days(case, own=True), [{"anchor": "sure", "sentence": error}] if error else []
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "until": days[0] if days else None,
        "refusal": said,
        "error": error,
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("放弃听证", "")],
    }
    return render(request, "portal/mine/waive.html", context, status=status)
