"""请求会审: the applicant asks for a joint review meeting in writing and names the departments."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.portal.mine.meetings import may_request
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused

_MAX = 2000


@allow(USER)
@require_http_methods(["GET", "POST"])
def meeting_request(request: HttpRequest, no: str) -> HttpResponse:
    """Ask for a meeting, in writing."""
    case = own_case(request, no)
    if request.method == "GET":
        return _form(request, case) if may_request(case) else HttpResponseRedirect(f"/my/cases/{case.no}/")
    wanted = tuple(_known(request.POST.getlist("department")[:60], request))
    words = request.POST.get("words", "").strip()[:_MAX]
    wish = MeetingRequest(On(case.no, version_in(request)), words, wanted, bool(request.POST.get("waived")))
    try:
        filed = perform(request, request_meeting, wish)
    except Refused as refused:
        return _form(request, case, refusal(refused, request.today), words, wanted)
    results.done(request, f"{filed.no} 已请求会审，是否举行由主办部门决定")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/#meeting")


def _form(
    request: HttpRequest, case: CaseFile, said: Refusal | None = None, words: str = "", chosen: Sequence[UUID] = ()
) -> HttpResponse:
    home = request.directory.departments[case.department_id].centre_id
    rows = [d for d in request.directory.departments.values() if d.centre_id == home and d.id != case.department_id]
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "departments": sorted(rows, key=lambda d: d.name),
        "chosen": chosen,
        "words": words,
        "refusal": said,
        "notice": norms_of(case).get("meeting_notice_limit"),
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("请求会审", "")],
    }
    return render(request, "portal/mine/meeting.html", context, status=422 if said else 200)


def _known(values: Sequence[str], request: HttpRequest) -> list[UUID]:
    known = {str(department): department for department in request.directory.departments}
    return [known[value] for value in values if value in known]
