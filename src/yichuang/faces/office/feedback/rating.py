"""/feedback/ratings/<case>/: one rating, what was done about it, and the next step; whom to call is masked.

/feedback/ratings/<case>/reveal/: the telephone in full, once, for who works on it, after a purpose was put down.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.faces.common import nav, results
from yichuang.faces.common.access import allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.loop import KINDS, RESULTS, STEPS
from yichuang.faces.office.feedback.steps import WHO, Offer, laid, offers, speaks_with_them
from yichuang.records.applicants.access import Reading, applicant_of, contact, given_in, reveal
from yichuang.records.cases.access import NotFound, place_of, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import Rating, RatingChannel
from yichuang.records.feedback.queries import rating_of, steps_of
from yichuang.records.feedback.reaching import Speaker
from yichuang.records.staffing.queries import badge_of
from yichuang.rules.feedback.rating_loop import sees_who_rated
from yichuang.rules.permissions import may_see_by_post
from yichuang.rules.verdict import Refused

_SPEAKING = frozenset({"verify", "rectify", "answer", "call"})


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the rating, or take a step."""
    case, row = _rating(request, no)
    if request.method == "GET":
        return _show(request, row, case)
    kind = KINDS.get(request.POST.get("do", "")) or KINDS["verify"]
    wish = kind.wish(case.no, request.POST.get("words", "")[:2000], request.POST)
    try:
        perform(request, kind.act, replace(wish, on=On(case.no, version_in(request))))
    except Refused as refused:
        return _show(request, row, case, refusal(refused, request.today))
    results.done(request, f"{kind.title}已登记 {case.no}。")
    return HttpResponseRedirect(f"/feedback/ratings/{case.no}/")


@allow(*WHO)
@require_http_methods(["GET", "POST"])
def reveal_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show once whom to call, beside the form in which the result is put down."""
    case, row = _rating(request, no)
    if request.method == "GET":
        return HttpResponseRedirect(f"/feedback/ratings/{case.no}/")
    wish = Reading("phone", request.POST.get("purpose", ""), case.id)
    try:
        if not speaks_with_them(_offers(request, row, case), _SPEAKING):
            raise Refused("not_yours_to_reach", "GRXX-51")
        given = given_in(case.form, case.id)
        phone = reveal(applicant_of(case.region_code, case.applicant_id), wish, request.officer, request.at, given)
    except Refused as refused:
        return _show(request, row, case, refusal(refused, request.today))
    response = _show(request, row, case, phone=phone)
    response.headers["Cache-Control"] = "no-store"
    return response


def _rating(request: HttpRequest, no: str) -> tuple[CaseFile, Rating]:
    """Return a case and its rating if they may be shown.  Raises: NotFound."""
    case = read_case(no, request.officer, request.directory)
    if not may_see_by_post(request.officer, place_of(case)):
        raise NotFound(no)
    row = rating_of(case.region_code, case.id)
    if row is None or not sees_who_rated(request.officer.user_id, row.clerk_id, row.loop):
        raise NotFound(no)
    return case, row


def _offers(request: HttpRequest, row: Rating, case: CaseFile) -> list[Offer]:
    unseen = bool(row.words and not row.shown)
    return [one for one in offers(KINDS, case, case.no, request) if one.name != "show" or unseen]


def _show(
    request: HttpRequest, row: Rating, case: CaseFile, refused: Refusal | None = None, phone: str | None = None
) -> HttpResponse:
    names, departments = request.directory.names, request.directory.departments
    found = _offers(request, row, case)
    told = contact(applicant_of(case.region_code, case.applicant_id), given_in(case.form, case.id))
    context = {
        "row": row,
        "case": case,
        "item": version_of(case.item_version_id).item,
        "channel": RatingChannel(row.channel).label if row.channel in RatingChannel.values else row.channel,
        "department": departments.get(row.department_id),
        "window": request.directory.windows.get(row.window_id),
        "clerk": names.get(row.clerk_id, ""),
        "badge": badge_of(case.region_code, row.clerk_id),
        "late": row.due_on is not None and row.due_on < request.today,
        "steps": [
            (step, STEPS.get(step.kind, step.kind), RESULTS.get(step.result, ""), names.get(step.officer_id, ""))
            for step in steps_of(case.region_code, case.id)
        ],
        "offers": laid(found),
        "post_at": f"/feedback/ratings/{case.no}/",
        "version": case.version,
        "who": Speaker(case.applicant_name, told.phone if phone is None else phone),
        "shown": phone is not None,
        "purpose": request.POST.get("purpose", ""),
        "may_reveal": bool(told.phone) and phone is None and speaks_with_them(found, _SPEAKING),
        "reveal_at": f"/feedback/ratings/{case.no}/reveal/",
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }
    return render(request, "office/feedback/rating.html", nav.around(request) | context, status=422 if refused else 200)
