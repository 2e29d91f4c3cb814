"""/feedback/evaluations/: what is to be evaluated and by when; /feedback/evaluations/<id>/: the sheet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.evaluating.complete import EvaluationSheet, complete_evaluation
from yichuang.faces.common import nav, results
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.feedback.steps import region_here
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.evaluations import evaluation_in, evaluations
from yichuang.rules.verdict import Refused

_PAGE = 50


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    found = Paginator(evaluations(region_here(request)), _PAGE).get_page(request.GET.get("page"))
    rows = [(row, row.done_at is None and row.due_on < request.today) for row in found]
    return render(request, "office/feedback/evaluations.html", nav.around(request) | {"page": found, "rows": rows})


@allow(*CENTRE)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Show a sheet, or take it."""
    row = evaluation_in(region_here(request), sheet)
    if row is None:
        raise NotFound(str(sheet))
    if request.method == "GET":
        return _show(request, row)
    told = request.POST
    names = book().parameter("evaluation_sections").options
    marks = {name: int(told[f"m-{name}"]) for name in names if _is_mark(told.get(f"m-{name}", ""))}
    words = {name: told.get(f"w-{name}", "") for name in names}
    wish = EvaluationSheet(row.region_code, row.id, marks, words, told.get("evaluator", ""), version_in(request))
    try:
        perform(request, complete_evaluation, wish)
    except Refused as refused:
        return _show(request, row, refusal(refused, request.today))
    results.done(request, "评价表已登记。")
    return HttpResponseRedirect("/feedback/evaluations/")


def _is_mark(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 3


def _show(request: HttpRequest, row: Any, refused: Refusal | None = None) -> HttpResponse:
    profile = request.directory.centres[row.region_code].profile
    norm, options = book().norms(profile, request.today), book().parameter("evaluation_sections").options
    sections = [
        (name, options[name], row.sheet.get(name, {}), request.POST.get(f"m-{name}", ""))
        for name in (row.sheet or norm.choices("evaluation_sections"))
    ]
    context = {
        "row": row,
        "sections": sections,
        "cited": book().cite(norm.basis("evaluation_sections")),
        "who": request.directory.names.get(row.done_by_id, ""),
        "refusal": refused,
        "key": new_key(),
    }
    status = 422 if refused else 200
    return render(request, "office/feedback/evaluation.html", nav.around(request) | context, status=status)
