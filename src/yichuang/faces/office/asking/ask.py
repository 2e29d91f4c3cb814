"""送会签、征求意见、征询: whom to ask, what, until when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import norms_of
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.asked import due_of, own_day
from yichuang.faces.common.access import OFFICE, WINDOW, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, day_in, ids_in, others, text_in
from yichuang.faces.office.asking.rows import is_lead
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.scope import asking as circumstances
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.org.directory import Directory
from yichuang.rules.consulting.asking import ACCEPT_OPINION, CONSULTATION, kinds_in, send_by

_TOLD = {
    "countersign": "审查以后请相关部门同意或者不同意",
    "consultation": "发征求意见函，可以征求其他地区下级部门的意见",
    "opinion": "问一个能答“是”或“否”的问题，不影响作出决定",
    "accept_opinion": "受理以前请承办部门提出受理或者不予受理的意见",
}
_ANY = "预先核对"


@dataclass(frozen=True, slots=True)
class AskForm:
    """What the form shows: empty, or as posted."""

    kind: str = ""
    departments: tuple[Any, ...] = ()
    question: str = ""
    due_on: str = ""
    in_turn: bool = False
    turn: str = ""
    errors: tuple[Error, ...] = field(default_factory=tuple)


@allow(*OFFICE, *WINDOW)
@require_http_methods(["GET", "POST"])
def ask_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form; ask."""
    if request.method == "GET":
        return _show(request, no, AskForm(request.GET.get("kind", "")[:16]))
    form = AskForm(
        request.POST.get("kind", "")[:16], ids_in(request.POST.getlist("department")[:60]),
        text_in(request, "question"), request.POST.get("due_on", "")[:10], bool(request.POST.get("in_turn")),
        request.POST.get("turn", "").strip()[:300],
    )  # fmt: skip
    form = _in_turn(form, request.directory)
    if form.errors:
        return _show(request, no, form)
    wish = Ask(on(request, no), form.kind, form.departments, form.question, day_in(request, "due_on"), form.in_turn)
    deed = Deed(ask, wish, f"已发给 {len(form.departments)} 个部门")
    return act_here(request, no, deed, lambda said: _show(request, no, form, refusal=said), f"/cases/{no}/#asked")


def _in_turn(form: AskForm, directory: Directory) -> AskForm:
    """Put the departments in the sequence that was written down by their names; the others follow as they stand."""
    if not form.in_turn or not form.turn:
        return form
    names = {directory.departments[one].short_name: one for one in form.departments if one in directory.departments}
    wanted = [word for word in re.split(r"[、，,；;\s]+", form.turn) if word]
    unknown = [word for word in wanted if word not in names]
    if unknown:
        said = f"先后次序里的“{unknown[0]}”没有勾选；请照上面的部门名称写"
        return replace(form, errors=(Error("turn", said),))
    first = [names[word] for word in dict.fromkeys(wanted)]
    return replace(form, departments=(*first, *(one for one in form.departments if one not in first)))


def _show(request: HttpRequest, no: str, form: AskForm, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    case = sheet.case
    kinds = [kind for kind in kinds_in(case.state) if kind == ACCEPT_OPINION or is_lead(case, request)]
    told = {
        "form": form,
        "bound": form,
        "decision": None,
        "refusal": refusal,
        "kinds": [(kind, StageKind(kind).label, _TOLD[kind], _until(case, kind, request)) for kind in kinds],
        "groups": others(request.directory, case.department_id),
        "latest": own_day(case),
        "send_by": _send_by(case, request) if CONSULTATION in kinds else None,
        "barred_why": "" if kinds else why_not(ask, case, Ask(on(request, no), "opinion", (), _ANY), _ctx(request)),
    }
    status = 422 if refusal or form.errors else 200
    return render(request, "office/asked/ask.html", context_of(request, sheet) | told, status=status)


def _ctx(request: HttpRequest) -> Any:
    return circumstances(request)


def _until(case: CaseFile, kind: str, request: HttpRequest) -> date | None:
    return due_of(case, kind, circumstances(request), None)


def _send_by(case: CaseFile, request: HttpRequest) -> date | None:
    calendar = request.directory.calendar(case.profile)
    return send_by(case.accepted_on or case.received_on, norms_of(case), calendar)
