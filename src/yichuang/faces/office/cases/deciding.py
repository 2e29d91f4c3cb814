"""决定: granting on the case page; denying on a page of its own, with reasons, basis and the letter beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.casework.result_words import result_words
from yichuang.faces.common.labels import term_words
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.grounds import DENY, REASON_MIN, DecisionForm, empty_decision, read_decision
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.page import context_of, show
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def decide_page(request: HttpRequest, no: str) -> HttpResponse:
    """Grant, from the form on the case page."""
    if request.method == "GET":
        return HttpResponseRedirect(back_to(request, no))
    case = read_case(no, request.officer, request.directory)
    form = read_decision(request.POST, version_of(case.item_version_id))
    if form.errors:
        return show(request, no, status=422, decision=form, bound=form)
    wish = Decision(on(request, no), True, form.reason, form.basis_words, particulars=form.particulars)
    deed = Deed(decide, wish, f"已作出{_words(case)[0]}决定")
    return act_on(request, no, deed, lambda said: show(request, no, status=422, decision=form, refusal=said))


def _words(case: CaseFile) -> tuple[str, str]:
    return result_words(version_of(case.item_version_id).item.power_kind)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def deny_page(request: HttpRequest, no: str) -> HttpResponse:
    """Deny: first the letter as it will be, then the decision."""
    if request.method == "GET":
        return _form(request, no)
    case = read_case(no, request.officer, request.directory)
    form = read_decision(request.POST, version_of(case.item_version_id), DENY)
    if form.errors:
        return _form(request, no, status=422, form=form, bound=form, refusal=_said(request, case, form))
    if request.POST.get("step") != "file":
        return _form(request, no, form=form, previewed=True)
    deed = Deed(
        decide,
        Decision(on(request, no), False, form.reason, form.basis_words, _falsely(request)),
        f"已作出{_words(case)[1]}决定",
    )
    return act_on(request, no, deed, lambda said: _form(request, no, status=422, form=form, refusal=said))


def _form(
    request: HttpRequest, no: str, *, status: int = 200, form: DecisionForm | None = None, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    form = form or empty_decision(sheet.version, DENY)
    wish = Decision(On(no), False, form.reason or "—", form.basis_words or "—", false_material=_falsely(request))
    told = {
        "decision": form,
        "form": None,
        "reason_min": REASON_MIN,
        "falsely": _falsely(request),
        "barred_why": barred_by(decide, sheet.case, wish, asking(request)),
        "letter": _letter(sheet.case, wish, request),
    }
    return render(request, "office/deny.html", context_of(request, sheet) | told | more, status=status)


def _said(request: HttpRequest, case: CaseFile, form: DecisionForm) -> Refusal | None:
    """Return what the act itself says to reasons or basis left out, for its article."""
    try:
        decide.judged(case, Decision(On(case.no), False, form.reason, form.basis_words), asking(request))  # type: ignore[attr-defined]
    except Refused as refused:
        return refusal(refused, request.today)
    return None


def _falsely(request: HttpRequest) -> bool:
    """Say whether the denial is for false material (提供虚假材料): warned, and barred where safety is at stake."""
    return request.POST.get("false_material") == "yes"


def _letter(case: CaseFile, wish: Decision, request: HttpRequest) -> dict[str, Any]:
    """Return what the letter would say, as the act itself would freeze it; {} where it would be refused."""
    try:
        work = decide.judged(case, wish, asking(request))  # type: ignore[attr-defined]
    except Refused:
        return {}
    fields = dict(next(paper for paper in work.papers if paper.kind == DocumentKind.DENIAL).fields)
    return fields | {name: _term(fields.get(name)) for name in ("review_limit", "court_limit")}


def _term(told: Mapping[str, Any] | None) -> str:
    return term_words(told["number"], told["unit"]) if told else ""
