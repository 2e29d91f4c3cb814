"""Looking through a file of a case page by page (逐页查看), for staff and for the applicant himself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.leaves import AT_ONCE, leaf_of, serve_copy, serve_leaf, words_for
from yichuang.faces.common.casework.papers import file_address, is_pdf, stored_of
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.scope import frame, scope_of


@allow(USER)
@require_GET
def pages(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Show the pages of a file, twenty at a time."""
    first, found = _first(request), stored_of(request, no, digest)
    file, words = found.file, words_for(request, found)
    drawn = leaf_of(file, first, words)
    staff, address = bool(request.officer.grants), file_address(no, digest)
    here = range(first, min(drawn.pages, first + AT_ONCE - 1) + 1) if drawn else ()
    told = {
        "file": file,
        "first": first,
        "pdf": is_pdf(file),
        "marked": bool(words),
        "address": address,
        "total": drawn.pages if drawn else 0,
        "numbers": here,
        "earlier": max(1, first - AT_ONCE) if first > 1 else 0,
        "later": first + AT_ONCE if drawn and drawn.pages >= first + AT_ONCE else 0,
        "back": (no, back_to(request, no)) if staff else None,
        "crumbs": [(no, f"/my/cases/{no}/"), ("逐页查看", "")],
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today)) if staff else {}
    return render(request, "common/leaves.html", around | told)


@allow(USER)
@require_GET
def picture(request: HttpRequest, no: str, digest: str, number: int) -> HttpResponse:
    """Return one page as a picture."""
    return serve_leaf(request, no, digest, number)


@allow(USER)
@require_GET
def copy(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Return a copy to print, with the watermark of who prints it."""
    return serve_copy(request, no, digest, _first(request))


def _first(request: HttpRequest) -> int:
    """Return the page that was asked for, the first where none was."""
    said = request.GET.get("from", "")[:6]
    return max(1, int(said)) if said.isascii() and said.isdigit() else 1
