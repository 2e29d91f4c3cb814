"""反馈意见 and 撤回征询: one question to one department, its answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.recall import Recall, recall
from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, text_in
from yichuang.faces.office.asking.rows import asked_row
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.cases.opinion import Error, OpinionForm
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.cases.access import NotFound
from yichuang.rules.consulting.asking import KINDS

_ANY = "预先核对"


@allow(*OFFICE, *WINDOW)
@require_http_methods(["GET", "POST"])
def reply_page(request: HttpRequest, no: str, stage: UUID) -> HttpResponse:
    """Show a question with its answer; answer it, or take it back."""
    if request.method == "GET":
        return _show(request, no, stage, OpinionForm(()))
    words, agree = text_in(request, "opinion"), request.POST.get("agree", "")
    back = f"/cases/{no}/#asked"
    if request.POST.get("step") == "recall":
        form = OpinionForm((), opinion=words)
        deed = Deed(recall, Recall(on(request, no), stage, words), "已撤回征询")
        return act_here(request, no, deed, lambda said: _show(request, no, stage, form, refusal=said), back)
    missing = () if agree in ("yes", "no") else (Error("agree-yes", "请选一个结论"),)
    form = OpinionForm((), agree, words, missing)
    if missing:
        return _show(request, no, stage, form)
    deed = Deed(answer, Answer(on(request, no), stage, agree == "yes", words), "已反馈意见")
    return act_here(request, no, deed, lambda said: _show(request, no, stage, form, refusal=said), back)


def _show(
    request: HttpRequest, no: str, stage_id: UUID, form: OpinionForm, refusal: Refusal | None = None
) -> HttpResponse:
    sheet = sheet_of(request, no)
    stage: Any = next((one for one in sheet.stages if one.id == stage_id and one.kind in KINDS), None)
    if stage is None:
        raise NotFound(str(stage_id))
    row = asked_row(stage, sheet.case, request)
    ctx, here = asking(request), on(request, no)
    told = {
        "row": row,
        "form": form,
        "bound": form,
        "decision": None,
        "refusal": refusal,
        "answer_why": why_not(answer, sheet.case, Answer(here, stage_id, True, _ANY), ctx),
        "recall_why": why_not(recall, sheet.case, Recall(here, stage_id, _ANY), ctx),
        "barred_why": "",
    }
    status = 422 if refusal or form.errors else 200
    return render(request, "office/asked/reply.html", context_of(request, sheet) | told, status=status)
