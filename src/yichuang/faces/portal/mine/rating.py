"""好差评: five grades, reasons, words. One case, one rating."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.rate import RatingWish, rate
from yichuang.faces.common import results
from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.faces.portal.feedback.reasons import reasons_in, told_in
from yichuang.faces.portal.mine.progress import own_case
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import Grade
from yichuang.records.feedback.queries import is_rated
from yichuang.rules.verdict import Refused

_BESIDE_THE_FORM = frozenset({"grade_unknown", "bad_rating_reason"})


@allow(USER)
@require_http_methods(["GET", "POST"])
def rating(request: HttpRequest, no: str) -> HttpResponse:
    """Ask for a grade; a bad one needs a reason or some words."""
    case = own_case(request, no)
    if request.method == "POST":
        return _rated(request, case)
    if case.state != CaseState.CLOSED or is_rated(case.region_code, case.id):
        return HttpResponseRedirect(f"/my/cases/{case.no}/")
    return _page(request, case, None)


def _rated(request: HttpRequest, case: CaseFile) -> HttpResponse:
    wish = RatingWish(On(case.no, version_in(request)), **told_in(request, case.profile))
    try:
        filed = perform(request, rate, wish)
    except Refused as refused:
        if refused.code not in _BESIDE_THE_FORM:
            raise
        return _page(request, case, refused)
    results.done(request, "谢谢您的评价")
    return HttpResponseRedirect(f"/my/cases/{filed.no}/")


def _page(request: HttpRequest, case: CaseFile, refused: Refused | None) -> HttpResponse:
    said = refusal(refused, request.today) if refused else None
    anchor = "grade-5" if refused and refused.code == "grade_unknown" else "why"
    errors = [{"anchor": anchor, "sentence": f"{said.what}，{said.todo}"}] if said else []
    context = {
        "case": case,
        "item": version_of(case.item_version_id).item,
        "grades": list(Grade.choices),
        "reasons": reasons_in(case.profile, request),
        "chosen": request.POST.get("grade", ""),
        "ticked": request.POST.getlist("reasons"),
        "words": request.POST.get("words", ""),
        "errors": errors,
        "form": {"errors": errors},
        "key": new_key(),
        "crumbs": [("我的办件", "/my/"), (case.no, f"/my/cases/{case.no}/"), ("评价", "")],
    }
    return render(request, "portal/mine/rate.html", context, status=422 if errors else 200)
