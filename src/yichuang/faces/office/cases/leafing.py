"""Looking through a PDF of a case page by page (逐页查看), for staff and for the applicant himself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.leaves import leaf_of, serve_leaf
from yichuang.faces.common.casework.papers import file_address, file_of
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.scope import frame, scope_of

_AT_ONCE = 20  # pages on one sheet


@allow(USER)
@require_GET
def pages(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Show the pages of a file, twenty at a time."""
    first = max(1, int(said)) if (said := request.GET.get("from", "")).isascii() and said.isdigit() else 1
    file = file_of(request, no, digest)
    drawn = leaf_of(file, first)
    staff, address = bool(request.officer.grants), file_address(no, digest)
    here = range(first, min(drawn.pages, first + _AT_ONCE - 1) + 1) if drawn else ()
    told = {
        "file": file,
        "address": address,
        "total": drawn.pages if drawn else 0,
        "numbers": here,
        "earlier": max(1, first - _AT_ONCE) if first > 1 else 0,
        "later": first + _AT_ONCE if drawn and drawn.pages >= first + _AT_ONCE else 0,
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
