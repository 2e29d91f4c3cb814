"""How the desk looks with a new application on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.acts.act import On
from yichuang.acts.certificate.banning import not_barred
from yichuang.faces.common.doing import new_key
from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.common.place import centre_of
from yichuang.faces.common.sentences import Refusal, sentence
from yichuang.faces.window import reusing, sheet
from yichuang.faces.window.frame import asking, frame, region_of
from yichuang.faces.window.if_accepted import dates_if_accepted
from yichuang.faces.window.intake import applicant, project
from yichuang.faces.window.intake.typed import Typed
from yichuang.faces.window.moves import Moves, moves
from yichuang.faces.window.notice import general_words, notice_from
from yichuang.faces.window.phone.on_desk import shown_here
from yichuang.faces.window.prospect import prospect
from yichuang.records.cases import desk as records
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.shelf import Card, shelf
from yichuang.records.uploads.models import UploadLink
from yichuang.rules.verdict import Refused

_FOUND, _NEXT = 8, 5
_ELSEWHERE = frozenset("w_phone w_take w_drop w_end w_reuse w_cert w_again".split())  # the address says where to look


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows besides what stands on the desk."""

    find: str = ""
    found: Sequence[Card] = ()
    searched: bool = False
    errors: Sequence[FieldError] = ()
    refused: Refusal | None = None
    links: Sequence[UploadLink] = ()


def page(request: HttpRequest, typed: Typed, shown: Shown | None = None) -> HttpResponse:
    """Return the desk; with errors or a refusal the answer is 422."""
    shown = shown or Shown()
    waiting = records.waiting(records.ONLINE, request.officer, region_of(request))[:_NEXT]
    context = frame(
        request,
        typed=typed,
        shown=shown,
        waiting=list(waiting),
        key=request.POST.get("key") or new_key(),
        refusal=shown.refused,
        bound={"errors": shown.errors} if shown.errors else None,
        w_due=request.POST.get("w_due", ""),
        w_general=general_words(request),
        look_url="/desk/look/",
        of_project=project.asks(typed, request),
        lines=typed.lines,
        phones=shown_here(request, shown.links),
        reuse=reusing.offered(request, typed) if reusing.asked_for(request) else None,
        focus="" if shown.errors or shown.refused or request.POST.keys() & _ELSEWHERE else _focus(typed),
        **right_side(request, typed),
    )
    return render(request, "window/desk.html", context, status=422 if shown.errors or shown.refused else 200)


def right_side(request: HttpRequest, typed: Typed) -> dict[str, Any]:
    """Return what the right side of the desk tells: dates, and what could be done."""
    case = _case(request, typed)
    return {
        "moves": moves_of(request, typed),
        "barred": _barred(request, typed),
        "dates": dates_if_accepted(case, asking(request)) if case else None,
        "tally": sheet.tally(typed.lines) if typed.lines else "",
        "new": True,
        "w_handed": "" if request.POST.get("w_item") and request.POST.get("w_handed") != "1" else "1",
        "routes": bool(case and case.kind != CaseKind.INSTANT),
        "w_route": "" if request.POST.get("w_item") and request.POST.get("w_route") != "1" else "1",
    }


def moves_of(request: HttpRequest, typed: Typed) -> Moves | None:
    """Return what could be done with the application if it were received now."""
    case = _case(request, typed)
    if case is None:
        return None
    return moves(case, typed.lines, notice_from(request, typed.lines, On("")), asking(request))


def cards(request: HttpRequest, words: str) -> list[Card]:
    """Return the items that fit some words."""
    centre = centre_of(request)
    stock = shelf(request.directory, request.today, centre.region.code if centre else "")
    return stock.search(words, limit=_FOUND) if words else []


def _barred(request: HttpRequest, typed: Typed) -> str:
    """Tell as soon as the number is typed who may not apply yet (禁止再次申请), not after everything was checked."""
    if typed.version is None or not typed.applicant.values.get("a_number"):
        return ""
    who = applicant.person(typed.applicant)
    try:
        not_barred(typed.version.item.region_code, typed.version, who, request.today)
    except Refused as refused:
        return sentence(refused, request.today)
    return ""


def _focus(typed: Typed) -> str:
    """Return the id of what to fill in next."""
    if typed.version is None:
        return "f-find"
    told = typed.applicant.values
    empty = next((f for f in typed.applicant.fields if f.spec.required and not told.get(f.spec.name)), None)
    empty = empty or next((f for f in typed.must if not f.words), None)
    return empty.id if empty else (f"m-{typed.lines[0].key}" if typed.lines else "")


def _case(request: HttpRequest, typed: Typed) -> CaseFile | None:
    name = typed.applicant.values.get("a_name", "")
    return prospect(typed.version, name, typed.lines, asking(request)) if typed.version else None
