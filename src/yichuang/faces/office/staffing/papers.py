"""/staff/papers/…: the numbered papers of the staff book as PDF: appraisals and orders to correct."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.office.staffing.common import HALL, LEADS, region_of
from yichuang.records.documents.rendering import render
from yichuang.records.staffing.access import paper_of
from yichuang.records.staffing.models import Rectification


@allow(*HALL)
@require_safe
def paper(request: HttpRequest, kind: str, ref: UUID) -> HttpResponse:
    """Return a paper to whom it is about, to the department, and to the centre."""
    row = paper_of(region_of(request), kind, ref)
    if row is None or not _sees(row, request):
        raise Http404("no paper")
    prefix = request.directory.centres[row.region_code].prefix
    reference = f"{prefix}-{row.on.year}-{str(row.id)[:8].upper()}"
    response = HttpResponse(render(row, reference), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{reference}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _sees(row: Any, request: HttpRequest) -> bool:
    officer = request.officer
    if officer.roles() & {"centre_manager"} or getattr(row, "user_id", None) == officer.user_id:
        return True
    leads = {grant.department_id for grant in officer.grants if grant.role in LEADS and grant.department_id}
    if isinstance(row, Rectification):
        return row.department_id in leads
    posts = request.directory.roster.posts
    return any(post.id == row.posting_id and post.department_id in leads for post in posts)
