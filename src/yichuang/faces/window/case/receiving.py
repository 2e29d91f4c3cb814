"""W1 on a case that has a number: verdicts, acceptance, correction notice, slip, pre-review note, supplement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from yichuang.acts.act import On
from yichuang.acts.intake.notify_correction import notify_correction
from yichuang.acts.intake.prereview import PreReview, prereview
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.doing import perform, version_in
from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.common.sentences import Refusal, refusal, sentence
from yichuang.faces.window import sheet
from yichuang.faces.window.accepting import accept_and_route
from yichuang.faces.window.bridge import bridged
from yichuang.faces.window.case.page import answering, context, lines_of, state_words
from yichuang.faces.window.intake.views import DONE
from yichuang.faces.window.notice import due_errors, notice_from
from yichuang.faces.window.phone import pages as phone
from yichuang.faces.window.sheet import Line
from yichuang.records.cases.access import read_case
from yichuang.records.cases.models import MaterialVerdict
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused

_NOTE_MAX = 500


@allow(*WINDOW)
@bridged
@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, no: str) -> HttpResponse:
    """Show the case; accept it, have it corrected, or hand out the slip."""
    found = read_case(no, request.officer, request.directory, materials=True)
    lines = lines_of(found)
    if request.method == "GET":
        return render(request, "window/case.html", context(request, found, lines))
    lines = sheet.ticked(lines, request.POST)
    if request.POST.get("w_do") not in _ANSWERS:
        return render(request, "window/case.html", context(request, found, lines))
    return _answer(request, found, lines)


@allow(*WINDOW)
@require_POST
def look(request: HttpRequest, no: str) -> HttpResponse:
    """Return the right side anew, with the verdicts as they are ticked."""
    found = read_case(no, request.officer, request.directory, materials=True)
    lines = sheet.ticked(lines_of(found), request.POST)
    shown = {"tally": sheet.tally(lines), "case": found, "fragment": True, "state_words": state_words(found)}
    return render(request, "window/part/out.html", {**shown, **answering(request, found, lines)})


@allow(*WINDOW)
@require_POST
def note(request: HttpRequest, no: str) -> HttpResponse:
    """Note that the online application was looked at."""
    words = request.POST.get("w_note", "").strip()[:_NOTE_MAX]
    perform(request, prereview, PreReview(On(no, version_in(request)), words))
    results.done(request, f"已预审 {no}", ("下一件", "/desk/prereview/"))
    return redirect("window:case", no=no)


@allow(*WINDOW)
@require_POST
def bring(request: HttpRequest, no: str) -> HttpResponse:
    """Take in at the window what was asked for."""
    found = read_case(no, request.officer, request.directory, materials=True)
    lines = sheet.with_files(_fresh(lines_of(found)), request)
    errors = sheet.errors_of(lines)
    shown = frozenset(line.key for line in lines if request.POST.get(f"s-{line.key}") == "1")
    files = {line.key: [dict(row) for row in line.files] for line in lines if line.files}
    from_phone = phone.chosen(request, found)
    for link, _, file in from_phone:
        files.setdefault(link.material_key, []).append(dict(file))
    if errors:
        return _again(request, found, lines_of(found), errors, None)
    try:
        perform(request, supplement, Supplement(On(no, version_in(request)), files, shown))
    except Refused as said:
        return _again(request, found, lines_of(found), (), refusal(said, request.today))
    phone.close(request, found, from_phone)
    results.done(request, f"已收补正材料 {no}，请核对后受理", ("下一件", "/desk/supplements/"))
    return redirect("window:case", no=no)


def _answer(request: HttpRequest, found: CaseFile, lines: tuple[Line, ...]) -> HttpResponse:
    do = request.POST["w_do"]
    if do == "correct":
        lines = sheet.unexplained(lines)
    errors = [*sheet.errors_of(lines), *(due_errors(request) if do == "correct" else [])]
    if errors:
        return _again(request, found, lines, errors, None)
    try:
        later = _ANSWERS[do](request, On(found.no, version_in(request)), lines)
    except Refused as said:
        return _again(request, found, lines, (), refusal(said, request.today))
    if do == "accept" and later is None:
        results.done(request, DONE[do].format(no=found.no))
        return redirect("window:papers", no=found.no)  # 受理并打印
    if later is not None:
        results.warned(request, f"{DONE[do].format(no=found.no)}。没有转办：{sentence(later, request.today)}")
    else:
        links = (("打印", f"/desk/{found.no}/papers/"), ("下一件", "/desk/"))
        results.done(request, DONE[do].format(no=found.no), *links)
    return redirect("window:case", no=found.no)


def _accept(request: HttpRequest, on: On, lines: Sequence[Line]) -> Refused | None:
    return accept_and_route(request, on, lines, request.POST.get("key", ""))


def _correct(request: HttpRequest, on: On, lines: Sequence[Line]) -> None:
    perform(request, notify_correction, notice_from(request, lines, on))


def _hold(request: HttpRequest, on: On, _lines: Sequence[Line]) -> None:
    perform(request, receive, Receipt(on, undecided=True))


_ANSWERS: dict[str, Any] = {"accept": _accept, "correct": _correct, "hold": _hold}


def _fresh(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines to be corrected without what was handed in before: new files take its place."""
    wanted = [line for line in lines if line.verdict == MaterialVerdict.CORRECT]
    return tuple(sheet.emptied(line) for line in wanted)


def _again(
    request: HttpRequest,
    found: CaseFile,
    lines: Sequence[Line],
    errors: Sequence[FieldError],
    refused: Refusal | None,
) -> HttpResponse:
    bound = {"errors": errors} if errors else None
    shown = context(request, found, lines, bound=bound, refusal=refused)
    return render(request, "window/case.html", shown, status=422)
