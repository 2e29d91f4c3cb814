"""不予受理审核: a second person looks at what the window proposed (窗口无否决权), and decides or sends it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.return_refusal import ReturnedRefusal, return_refusal
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.grounds import REFUSE, DecisionForm, empty_decision, read_decision
from yichuang.faces.office.cases.offers import barred_by, why_not
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import StageKind
from yichuang.records.catalogue.versions import version_of


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def refusal_page(request: HttpRequest, no: str) -> HttpResponse:
    """Decide on a proposed refusal of acceptance, or return it to the window."""
    if request.method == "GET":
        return _form(request, no)
    if request.POST.get("step") == "return":
        return _return(request, no)
    case = read_case(no, request.officer, request.directory)
    form = read_decision(request.POST, version_of(case.item_version_id), REFUSE)
    if form.errors:
        return _form(request, no, status=422, form=form, bound=form)
    wish = AcceptanceRefusal(on(request, no), form.reason, form.basis_words, form.office, _falsely(request))
    deed = Deed(refuse_acceptance, wish, "已作出不予受理决定")
    return act_on(request, no, deed, lambda said: _form(request, no, status=422, form=form, refusal=said))


def _falsely(request: HttpRequest) -> bool:
    """Say whether material was false (提供虚假材料): warned, and barred where safety is at stake."""
    return request.POST.get("false_material") == "yes"


def _return(request: HttpRequest, no: str) -> HttpResponse:
    form = DecisionForm((), reason=request.POST.get("opinion", "").strip()[:2000])
    if not form.reason:
        form = DecisionForm((), errors=(Error("opinion", "写明为什么应当受理"),))
        return _form(request, no, status=422, bound=form)
    deed = Deed(return_refusal, ReturnedRefusal(on(request, no), form.reason), "已退回窗口，继续受理")
    return act_on(request, no, deed, lambda said: _form(request, no, status=422, refusal=said))


def _form(
    request: HttpRequest, no: str, *, status: int = 200, form: DecisionForm | None = None, **more: Any
) -> HttpResponse:
    sheet = sheet_of(request, no)
    proposal = next((s for s in reversed(sheet.stages) if s.kind == StageKind.REFUSAL and not s.done_at), None)
    form = form or empty_decision(sheet.version, REFUSE)
    wish = AcceptanceRefusal(On(no), form.reason or "—", form.basis_words or "—", form.office or "—")
    told = {
        "decision": form,
        "falsely": _falsely(request),
        "form": None,
        "proposal": proposal,
        "proposer": request.directory.names.get(proposal.assignee_id, "") if proposal else "",
        "barred_why": barred_by(refuse_acceptance, sheet.case, wish, asking(request)),
        "return_why": why_not(return_refusal, sheet.case, ReturnedRefusal(On(no), "—"), asking(request)),
    }
    return render(request, "office/refusal.html", context_of(request, sheet) | told | more, status=status)
