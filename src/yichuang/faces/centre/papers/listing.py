"""文书模板: every kind of paper, which edition holds today and which comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import allow
from yichuang.records.documents.editing.editions import newest_in
from yichuang.records.documents.models import DocumentKind, TemplateEdition
from yichuang.records.documents.rendering import SLIPS

EDITORS = ("system_admin",)


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of paper, and its newest edition."""

    kind: str
    label: str
    strip: bool
    edition: TemplateEdition | None
    later: bool


@allow(*EDITORS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """List the kinds."""
    region = region_of(request, EDITORS)
    newest = newest_in(region)
    rows = [_row(kind, newest.get(kind.value), request.today) for kind in DocumentKind]
    context = {"rows": rows, "edited": sum(row.edition is not None for row in rows)}
    return render(request, "centre/papers/list.html", frame(request, EDITORS) | context)


def _row(kind: DocumentKind, edition: TemplateEdition | None, today: date) -> KindRow:
    later = edition is not None and edition.effective_on > today
    return KindRow(kind.value, str(kind.label), kind in SLIPS, edition, later)
