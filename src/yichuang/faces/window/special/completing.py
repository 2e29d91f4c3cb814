"""容缺补齐 and 当场更正 at the window: papers seen or scanned, answers put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, norms_of
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.forms.schema_form import bind, form_spec, show
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window import sheet
from yichuang.faces.window.case.page import lines_of
from yichuang.faces.window.frame import frame
from yichuang.faces.window.phone import pages as phone
from yichuang.faces.window.sheet import Line
from yichuang.records.applicants.vault import open_values
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.tolerance.deferring import may_complete
from yichuang.rules.verdict import Refused


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def complete(request: HttpRequest, no: str) -> HttpResponse:
    """Take in and check what was outstanding."""
    case = read_case(no, request.officer, request.directory, materials=True)
    lines = tuple(line for line in lines_of(case) if line.verdict == MaterialVerdict.DEFERRED)
    over = _over(case, request) if lines else None
    lines = tuple(line for line in lines if line.defect) if over else lines  # what came in time may still be checked
    if request.method == "GET":
        return _page(request, case, _COMPLETE, lines=lines, over=over)
    lines = sheet.with_files(_given(lines), request)
    if sheet.errors_of(lines):
        return _page(request, case, _COMPLETE, lines=lines, errors=sheet.errors_of(lines), over=over)
    checked = frozenset(line.key for line in lines if request.POST.get(f"s-{line.key}") == "1")
    files, from_phone = _files(lines), phone.chosen(request, case)
    for link, _, file in from_phone:
        files.setdefault(link.material_key, []).append(dict(file))
    wish = Completion(On(no, version_in(request)), files, checked | frozenset(files))
    try:
        perform(request, complete_tolerance, wish)
    except Refused as said:
        shown = refusal(said, request.today)
        return _page(request, case, _COMPLETE, lines=lines, refused=shown, over=over and shown)
    phone.close(request, case, from_phone)
    results.done(request, f"已核对容缺材料 {no}", ("容缺", "/desk/gaps/"))
    return redirect("window:case", no=no)


@allow(*WINDOW)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, no: str) -> HttpResponse:
    """Put the form or a material right at once."""
    case = read_case(no, request.officer, request.directory, materials=True)
    version, lines = version_of(case.item_version_id), lines_of(case)
    spec = form_spec(version.form_schema, version.form_ui, situation=case.situation)
    answers = open_values(case.form, case.id)
    if request.method == "GET":
        return _page(request, case, _CORRECT, lines=lines, bound=show(spec, answers))
    bound = bind(spec, request.POST, today=request.today, given=answers)
    lines = sheet.with_files(_given(lines), request)
    errors = [*bound.errors, *sheet.errors_of(lines)]
    if errors:
        return _page(request, case, _CORRECT, lines=lines, bound=bound, errors=errors)
    shown = frozenset(line.key for line in lines if request.POST.get(f"s-{line.key}") == "1")
    try:
        perform(request, correct_now, CorrectionNow(On(no, version_in(request)), bound.values, _files(lines), shown))
    except Refused as said:
        return _page(request, case, _CORRECT, lines=lines, bound=bound, refused=refusal(said, request.today))
    results.done(request, f"已当场更正 {no}，请重新核对")
    return redirect("window:case", no=no)


_COMPLETE = "window/special/complete.html"
_CORRECT = "window/special/correct.html"


def _over(case: CaseFile, request: HttpRequest) -> Refusal | None:
    """Return why nothing comes in any more, None while something may.  Basis: S0f-3.1"""
    try:
        may_complete(
            until=case.tolerance_by, in_time=False, today=request.today, norms=norms_of(case)
        ).raise_if_refused()
    except Refused as said:
        return refusal(said, request.today)
    return None


def _given(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sheet.emptied(line) for line in lines)


def _files(lines: Sequence[Line]) -> dict[str, list[dict[str, Any]]]:
    return {line.key: [dict(row) for row in line.files] for line in lines if line.files}


def _page(
    request: HttpRequest, case: CaseFile, template: str, *, lines: Sequence[Line], **more: Any
) -> HttpResponse:  # fmt: skip
    """Show the page; `more` brings the form, `errors` to mend, or what was `refused`."""
    errors, refused, over = more.get("errors", ()), more.get("refused"), more.get("over")
    context = frame(
        request,
        case=case,
        item=version_of(case.item_version_id).item,
        lines=lines,
        bound=more.get("bound"),
        phones=phone.of_this_case(request, case) if template == _COMPLETE else (),
        summary=errors,
        refusal=refused,
        over=over,
        key=request.POST.get("key") or new_key(),
        version=request.POST.get("version") or case.version,
    )
    return render(request, template, context, status=422 if errors or refused else 200)
