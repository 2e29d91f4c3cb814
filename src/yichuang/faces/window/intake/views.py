"""W1 受理台: a new intake on one screen. Everything typed comes back until something is put on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yichuang.faces.common import results
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.common.sentences import refusal, sentence
from yichuang.faces.window import reusing, sheet
from yichuang.faces.window.bridge import bridged
from yichuang.faces.window.calling.served import remember_case
from yichuang.faces.window.frame import frame, region_of
from yichuang.faces.window.intake.filing import Outcome, file_intake
from yichuang.faces.window.intake.page import Shown, cards, moves_of, page, right_side
from yichuang.faces.window.intake.typed import Typed, begun, posted, quiet
from yichuang.faces.window.notice import due_errors
from yichuang.faces.window.phone.on_desk import close_all, pressed, standing_here
from yichuang.faces.window.scan import case_no_in, looks_like_case_no
from yichuang.records.cases import desk as records
from yichuang.records.cases.access import NotFound, read_case
from yichuang.rules.verdict import Refused

FILING = ("accept", "correct", "hold", "not_needed", "refuse")
_OWN_PAGE = ("not_needed", "refuse")  # received first, then the reasons on a page of their own
_LONGEST = 60
DONE = {
    "accept": "已受理 {no}",
    "correct": "已一次性告知补正 {no}",
    "hold": "已收件 {no}，收件处理单已编号",
    "submit": "已收件 {no}",
}


@allow(*WINDOW)
@bridged
@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest) -> HttpResponse:
    """Show the desk; find what was searched; put an application on record."""
    if request.method == "GET":
        words = request.GET.get("q", "").strip()[:_LONGEST]
        return _search(request, words) if words else page(request, begun(request))
    do = request.POST.get("w_do", "")
    if do in FILING and not request.POST.get("w_pick"):
        return _filed(request, do)
    return _looked(request, do)


@allow(*WINDOW)
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Return the right side anew: what could be done with the verdicts as they are ticked."""
    shown = right_side(request, quiet(posted(request)))
    return render(request, "window/part/out.html", {"fragment": True, **shown})


@allow(*WINDOW)
@require_GET
def items(request: HttpRequest) -> HttpResponse:
    """Return the items that fit what is typed so far."""
    words = request.GET.get("w_find", "").strip()[:_LONGEST]
    shown = Shown(find=words, found=cards(request, words), searched=bool(words))
    return render(request, "window/part/found.html", {"shown": shown})


def _search(request: HttpRequest, words: str) -> HttpResponse:
    """Open the case that was typed or scanned; else show what fits."""
    no, missing = case_no_in(words, request.directory), ""
    if no or looks_like_case_no(words):
        try:
            return redirect("window:case", no=read_case(no, request.officer, request.directory).no)
        except NotFound:
            missing = no or words
    cases = [] if missing else records.seek(words, request.officer, region_of(request))
    found = [] if missing else cards(request, words)
    context = frame(request, q=words, missing=missing, cases=cases, shown=Shown(find=words, found=found))
    return render(request, "window/search.html", context, status=404 if missing else 200)


def _looked(request: HttpRequest, do: str) -> HttpResponse:
    """Show the desk with an item picked, another situation, or what was found."""
    words = request.POST.get("w_find", "").strip()[:_LONGEST]
    pick, searched = request.POST.get("w_pick", ""), do == "find"
    no = case_no_in(words, request.directory) if searched else ""
    if no:
        return redirect("window:case", no=no)
    found = cards(request, words) if searched and not pick else []
    if len(found) == 1 and found[0].open:
        pick, found = found[0].code, []
    typed, refused, links = quiet(posted(request, pick=pick)), None, standing_here(request)
    try:
        typed, links = pressed(request, typed)
        typed = reusing.taken(request, typed)
    except Refused as said:
        refused = refusal(said, request.today)
    return page(request, typed, Shown("" if pick else words, found, searched and not pick, (), refused, links))


def _filed(request: HttpRequest, do: str) -> HttpResponse:
    typed = posted(request)
    if do == "correct":
        typed = replace(typed, lines=sheet.unexplained(typed.lines))
    errors, refused = _faults(request, typed, do), None
    if not errors:
        refused = getattr(moves_of(request, typed), do).refused
    if errors or refused or typed.version is None:
        return page(request, typed, Shown(errors=errors, refused=refused, links=standing_here(request)))
    try:
        outcome = file_intake(request, typed, typed.version, do)
    except Refused as said:
        return page(request, typed, Shown(refused=refusal(said, request.today), links=standing_here(request)))
    close_all(request)
    remember_case(request, outcome.no)
    return _after(request, outcome, do)


def _faults(request: HttpRequest, typed: Typed, do: str) -> Sequence[FieldError]:
    """Return what must be mended first. An unfinished form is received all the same, but not accepted."""
    if typed.version is None:
        words = "没有这个事项，请重新选" if typed.unknown_item else "请先选事项"
        return [FieldError("find", "事项", words), *typed.applicant.errors]
    if do == "accept":
        return typed.errors
    return [*typed.applicant.errors, *sheet.errors_of(typed.lines), *due_errors(request)]


def _after(request: HttpRequest, outcome: Outcome, do: str) -> HttpResponse:
    """Go to the case, with one line about what happened."""
    if outcome.refused:
        words = DONE[outcome.done].format(no=outcome.no)
        results.warned(request, f"{words}。下一步没有办成：{sentence(outcome.refused, request.today)}")
    elif do == "accept":
        results.done(request, DONE[do].format(no=outcome.no))
        return redirect("window:papers", no=outcome.no)  # 受理并打印
    elif do in _OWN_PAGE:
        return redirect(f"window:{do}", no=outcome.no)
    else:
        links = (("打印", f"/desk/{outcome.no}/papers/"), ("下一件", "/desk/"))
        results.done(request, DONE[do].format(no=outcome.no), *links)
    return redirect("window:case", no=outcome.no)
