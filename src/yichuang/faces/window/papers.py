"""打印: the papers of a case, newest first; their bytes come from one address for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.casework.paper_forms import forms_of
from yichuang.faces.common.casework.papers import document_address
from yichuang.faces.window.bridge import bridged
from yichuang.faces.window.frame import frame
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import documents_for


@allow(*WINDOW)
@bridged
@require_GET
def papers(request: HttpRequest, no: str) -> HttpResponse:
    """List what can be printed, and printed again."""
    case = read_case(no, request.officer, request.directory)
    rows = list(documents_for(case.no, request.officer, request.directory).order_by("-drawn_at", "-id"))
    context = frame(
        request,
        case=case,
        item=version_of(case.item_version_id).item,
        rows=[(row, document_address(case.no, row.id), forms_of(row.kind)) for row in rows],
    )
    return render(request, "window/papers.html", context)
