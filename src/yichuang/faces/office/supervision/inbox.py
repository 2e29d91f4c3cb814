"""/urgings/: notices and cards to my departments; /urgings/<id>/: read one, reply or ask for a second look."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.act import On
from yichuang.acts.supervision.answer import MeasureAnswer, answer_measure
from yichuang.acts.supervision.words import RULES, facts_of
from yichuang.faces.common import results
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.asking.rows import own
from yichuang.faces.office.cases.offers import why_not
from yichuang.faces.office.scope import asking, frame, scope_of
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.supervision.calling import notices_to
from yichuang.records.supervision.models import Measure
from yichuang.records.supervision.queries import alert_of, answered, measure_to, measures_on, unanswered
from yichuang.records.supervision.settling import settling
from yichuang.rules.verdict import Refused

_PAGE, _ANSWERED = 50, 20
_ANY = "预先核对"


@allow(*OFFICE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, and what was answered last."""
    regions, mine = list(request.directory.centres), own(request)
    found = Paginator(unanswered(regions, mine), _PAGE).get_page(request.GET.get("page"))
    told = {
        "page": found,
        "rows": [_row(row, request) for row in found],
        "calls": list(notices_to(regions, mine)[:_ANSWERED]),
        "calls_open": notices_to(regions, mine, open_only=True).count(),
        "done": [_row(row, request) for row in answered(regions, mine, _ANSWERED)],
    }
    scope = scope_of(request.officer, request.directory, request.today)
    return render(request, "office/supervision/list.html", frame(request, scope) | told)


def _row(row: Any, request: HttpRequest) -> dict[str, Any]:
    department = request.directory.departments[row.department_id].short_name
    return {
        "measure": row,
        "rule": RULES.get(row.rule, row.rule),
        "late": row.is_overdue(request.today),
        "department": department,
    }


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, measure: UUID) -> HttpResponse:
    """Show a notice or card with its alert, and take the answer."""
    row = measure_to(list(request.directory.centres), own(request), measure)
    if row is None:
        raise NotFound(str(measure))
    if request.method == "GET":
        return _show(request, row)
    appeal = request.POST.get("do") == "appeal"
    on = On(row.case.no, version_in(request))
    wish = MeasureAnswer(on, row.alert_id, row.id, request.POST.get("words", "")[:2000], appeal)
    try:
        perform(request, answer_measure, wish)
    except Refused as refused:
        return _show(request, row, refusal(refused, request.today))
    results.done(request, f"{'已申请复核' if appeal else '已答复'} {row.case.no}。")
    return HttpResponseRedirect("/urgings/")


def _show(request: HttpRequest, row: Any, refused: Refusal | None = None) -> HttpResponse:
    case = read_case(row.case.no, request.officer, request.directory)
    alert = alert_of(row.region_code, row.case_id, row.alert_id)
    taken = list(measures_on(row.region_code, row.case_id, row.alert_id))
    answers = [said for said in taken if said.answers_id == row.id]
    told = {
        **_row(row, request),
        "case": case,
        "item": row.case.item,
        "facts": facts_of(alert.rule, alert.evidence, alert.on, alert.ended_on) if alert else "",
        "cited": cited(alert.basis) if alert else "",
        "answers": [{"row": said, "who": request.directory.names.get(said.officer_id, "")} for said in answers],
        "settling": settling(taken, case.profile, request.directory, request.today),
        "why": _why(row, case, request, appeal=False),
        "may_appeal": not _why(row, case, request, appeal=True),
        "refusal": refused,
        "posted": request.POST,
        "key": new_key(),
    }
    scope = scope_of(request.officer, request.directory, request.today, row.region_code)
    status = 422 if refused else 200
    return render(request, "office/supervision/one.html", frame(request, scope) | told, status=status)


def _why(row: Measure, case: Any, request: HttpRequest, *, appeal: bool) -> str:
    wish = MeasureAnswer(On(case.no), row.alert_id, row.id, _ANY, appeal)
    return why_not(answer_measure, case, wish, asking(request))
