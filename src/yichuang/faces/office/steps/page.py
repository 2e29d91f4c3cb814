"""/cases/<no>/step/: the department asks for a special step; the centre's manager settles it on the same page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.handling.note_step_result import StepResult, note_step_result
from yichuang.acts.handling.propose_step import StepProposal, propose_step
from yichuang.acts.handling.settle_step import StepSettlement, settle_step
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, day_in, id_in, text_in
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.offers import barred_by, some_step
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.scope import asking
from yichuang.faces.office.steps.rows import MANAGER
from yichuang.records.catalogue.options import lawful_steps
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.steps.discretionary import CONSULTED, Step, kinds_open

_ANY, NOBODY = "预先核对", UUID(int=0)


@allow(*OFFICE, MANAGER)
@require_http_methods(["GET", "POST"])
def step_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form that fits the post: to ask for a step, or to settle the one that waits."""
    if request.method == "GET":
        return _show(request, no)
    if "result" in request.POST:
        deed = _noting(request, no)
        return act_here(request, no, deed, lambda said: _show(request, no, said), f"/cases/{no}/#steps")
    settling = "settling" in request.POST
    deed = Deed(settle_step, _settlement(request, no), "已登记审定结果") if settling else _proposal(request, no)
    return act_here(request, no, deed, lambda said: _show(request, no, said), f"/cases/{no}/#steps")


def _noting(request: HttpRequest, no: str) -> Deed:
    stage, given_up = id_in(request.POST.get("stage", "")) or NOBODY, "given_up" in request.POST
    noted = StepResult(on(request, no), stage, text_in(request, "result", 2000), given_up)
    return Deed(note_step_result, noted, "已登记不再进行" if given_up else "已登记特殊环节结果")


def _proposal(request: HttpRequest, no: str) -> Deed:
    begins, ends = day_in(request, "begins") or request.today, day_in(request, "ends")
    step = Step(text_in(request, "kind", 24), begins, ends or begins.min)
    return Deed(propose_step, StepProposal(on(request, no), step, text_in(request, "reason", 2000)), "已报中心审定")


def _settlement(request: HttpRequest, no: str) -> StepSettlement:
    agree = {"yes": True, "no": False}.get(request.POST.get("agree", ""))
    return StepSettlement(on(request, no), agree, text_in(request, "opinion", 2000), _heard(request))


def _heard(request: HttpRequest) -> frozenset[str]:
    return frozenset(request.POST.getlist("consulted")) & frozenset(CONSULTED)


def _show(request: HttpRequest, no: str, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    context = context_of(request, sheet)
    told = _settling(sheet, request) if context["may_settle_step"] else _proposing(sheet, request)
    asked = request.POST.get("stage", "") or request.GET.get("result", "")
    told["noting"] = next((row for row in context["step_rows"] if row.may_give_up and str(row.stage.id) == asked), None)
    if told["noting"]:
        told["barred_why"] = ""
    shown = {"form": None, "decision": None, "typed": request.POST, "refusal": refusal}
    return render(request, "office/steps/page.html", context | shown | told, status=422 if refusal else 200)


def _proposing(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    return {
        "settling": False,
        "kinds": [(kind, name_of(kind)) for kind in open_kinds(sheet)],
        "last": sheet.case.due_on or sheet.case.promised_due_on,
        "promised": sheet.case.promised_due_on if sheet.case.due_on else None,
        "barred_why": barred_by(propose_step, sheet.case, some_step(sheet.case), asking(request)),
    }


def _settling(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    wish = StepSettlement(On(sheet.case.no), False, _ANY)
    return {
        "settling": True,
        "heard": _heard(request),
        "barred_why": barred_by(settle_step, sheet.case, wish, asking(request)),
    }


def open_kinds(sheet: Sheet) -> tuple[str, ...]:
    """Return the steps that may be asked for in this case."""
    return kinds_open(lawful_steps(sheet.version), norms_of(sheet.case))
