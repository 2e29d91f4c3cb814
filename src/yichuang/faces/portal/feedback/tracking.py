"""Rating by number and code (扫凭证上的二维码), and rating again after a bad rating was answered (追评)."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.acts.rating.rate_again import SecondRating, rate_again
from yichuang.faces.common import results
from yichuang.faces.common.access import PUBLIC, USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.entrance.track import has_proof
from yichuang.faces.portal.feedback.doing import by_link
from yichuang.faces.portal.feedback.reasons import told_in
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.tracking import tracked
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import Grade, RatingChannel
from yichuang.records.feedback.queries import is_rated, rating_of, steps_of
from yichuang.rules.feedback.rating_loop import may_rate_again
from yichuang.rules.verdict import Refused


@allow(PUBLIC)
@never_cache
@require_http_methods(["GET", "POST"])
def rate_tracked(request: HttpRequest, no: str) -> HttpResponse:
    """Lead whoever has shown number and code to the form; a link is made for him on the spot."""
    if not has_proof(request, no):
        return HttpResponseRedirect(f"/track/?no={no}")
    case = tracked(no, request.directory)
    if request.method == "GET" or case.state != CaseState.CLOSED or is_rated(case.region_code, case.id):
        return HttpResponseRedirect(f"/track/{case.no}/")
    token = secrets.token_urlsafe(18)
    filed = perform(request, by_link(invite), InvitationWish(On(case.no), token, RatingChannel.CODE.value))
    return HttpResponseRedirect(f"/track/{case.no}/" if filed.repeated else f"/rate/{token}/")


@allow(USER)
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, no: str) -> HttpResponse:
    """Ask once more, after the bad rating was answered."""
    case = own_case(request, no)
    row = rating_of(case.region_code, case.id)
    if request.method == "GET" and (row is None or not may_rate_again(row.loop, row.again_grade).allowed):
        return HttpResponseRedirect(f"/my/cases/{case.no}/")
    said = None
    if request.method == "POST":
        told = told_in(request, case.profile)
        try:
            perform(request, rate_again, SecondRating(On(case.no, version_in(request)), told["grade"], told["words"]))
        except Refused as refused:
            if refused.code != "grade_unknown":
                raise
            said = refusal(refused, request.today)
        else:
            results.done(request, "谢谢您的评价")
            return HttpResponseRedirect(f"/my/cases/{case.no}/")
    errors = [{"anchor": "grade-5", "sentence": f"{said.what}，{said.todo}"}] if said else []
    answers = [step for step in steps_of(case.region_code, case.id) if step.kind == "answered"]
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "rating": row,
        "answers": answers,
        "grades": list(Grade.choices),
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("追加评价", "")],
    }
    return render(request, "portal/feedback/again.html", context, status=422 if errors else 200)
