"""审查、核准、退回: opinions on the case page, or beside the materials (并排查看)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.verify import Verification, verify
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.comparing import comparable
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error, OpinionForm, points_of, read_opinion
from yichuang.faces.office.cases.page import STAFF, context_of, show
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import StageKind
from yichuang.records.catalogue.review_rules import cautions_of
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.staff.passing_on import REVIEW, VERIFICATION, places_back
from yichuang.rules.staff.passing_on import WINDOW as AT_WINDOW

_ANY = "预先核对"
PLACES = {VERIFICATION: "核准", REVIEW: "审查", AT_WINDOW: "窗口"}


@allow(*STAFF)
@require_http_methods(["GET", "POST"])
def review_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the materials beside the review points; take the reviewer's opinion."""
    if request.method == "GET":
        return _beside(request, no)
    case = read_case(no, request.officer, request.directory)
    form = read_opinion(request.POST, version_of(case.item_version_id))
    here = _beside if request.POST.get("from") == "review" else show
    if form.errors:
        return here(request, no, status=422, form=form, bound=form)
    wish = Review(on(request, no), form.agree == "yes", form.opinion, form.checks)
    deed = Deed(review, wish, "已提交审查意见")
    return act_on(request, no, deed, lambda said: here(request, no, status=422, form=form, refusal=said))


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def verify_page(request: HttpRequest, no: str) -> HttpResponse:
    """Take the verifier's opinion from the case page."""
    if request.method == "GET":
        return HttpResponseRedirect(back_to(request, no))
    case = read_case(no, request.officer, request.directory)
    form = read_opinion(request.POST, version_of(case.item_version_id))
    if form.errors:
        return show(request, no, status=422, form=form, bound=form)
    wish = Verification(on(request, no), form.agree == "yes", form.opinion)
    deed = Deed(verify, wish, "已提交核准意见")
    return act_on(request, no, deed, lambda said: show(request, no, status=422, form=form, refusal=said))


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def return_page(request: HttpRequest, no: str) -> HttpResponse:
    """Send the case back to a step it has been through, with reasons."""
    if request.method == "GET":
        return _return_form(request, no)
    opinion = request.POST.get("opinion", "").strip()[:4000]
    if not opinion:
        form = OpinionForm((), errors=(Error("opinion", "写明为什么退回、要改什么"),))
        return _return_form(request, no, status=422, form=form, bound=form)
    to = request.POST.get("to") or REVIEW
    deed = Deed(return_to_review, Return(on(request, no), opinion, to), f"已退回{PLACES.get(to, '')}")
    form = OpinionForm((), opinion=opinion)
    return act_on(request, no, deed, lambda said: _return_form(request, no, status=422, form=form, refusal=said))


def _beside(request: HttpRequest, no: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render materials and review points side by side."""
    sheet = sheet_of(request, no)
    context = context_of(request, sheet)
    reviewing = context["here"] is not None and context["here"].name == "review" and not context["here"].why
    form = more.get("form") or OpinionForm(points_of(sheet.version))
    points = form.points if reviewing else context["checked"] or form.points
    pins: dict[str, list[Any]] = {}
    for point in points:
        if point.material:
            pins.setdefault(point.material, []).append(point)
    told = {
        "reviewing": reviewing,
        "points": points,
        "heeded": cautions_of(sheet.version),
        "comparable": comparable(request, sheet),
        "pinned": [(one, pins.get(one.row.key, [])) for one in sheet.handed],
    }
    return render(request, "office/review.html", context | {"form": form} | told | more, status=status)


def _return_form(request: HttpRequest, no: str, *, status: int = 200, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    verified = sheet.case.last(StageKind.VERIFICATION) is not None
    found = places_back(sheet.case.state, verified=verified, kind=sheet.case.kind)
    barred = barred_by(
        return_to_review, sheet.case, Return(on(request, no), _ANY, next(iter(found), REVIEW)), asking(request)
    )
    told = {
        "barred_why": barred,
        "form": OpinionForm(()),
        "places": [(place, PLACES[place]) for place in found],
        "to": request.POST.get("to", ""),
    }
    return render(request, "office/return.html", context_of(request, sheet) | told | more, status=status)
