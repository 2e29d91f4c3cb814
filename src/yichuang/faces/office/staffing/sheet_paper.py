"""/staff/sheets/<id>/paper/: a signed sheet as it is posted and filed (考核表), with what each deduction rests on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yichuang.acts.context import ZONE
from yichuang.faces.common.access import allow
from yichuang.faces.office.staffing.common import HALL, region_of
from yichuang.faces.office.staffing.marks import told_in_words
from yichuang.faces.office.staffing.sheet import sees
from yichuang.faces.office.staffing.sheets import row_of
from yichuang.records.documents.rendering import sheet_of
from yichuang.records.staffing.access import sheet_in
from yichuang.records.staffing.models import Sheet

_TEMPLATE = "assessment_sheet@2026-11"


@allow(*HALL)
@require_safe
def paper(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Return the sheet as PDF to whom it concerns and who watches."""
    row = sheet_in(region_of(request), sheet)
    if row is None or not sees(row, request):
        raise Http404(str(sheet))
    at = row.reviewed_at or row.appealed_at or row.signed_at
    response = HttpResponse(sheet_of(_TEMPLATE, _told(row, request), at.replace(microsecond=0)))
    response.headers["Content-Type"] = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="sheet-{row.starts_on:%Y%m}-{str(row.id)[:8]}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _told(row: Sheet, request: HttpRequest) -> dict[str, Any]:
    told, names = row_of(row, request), request.directory.names
    notes = [("申诉", row.appeal), ("复核意见", row.review), ("复核人", names.get(row.reviewed_by_id or row.id, ""))]
    span = f"{row.starts_on:%Y-%m-%d} 至 {row.ends_on:%Y-%m-%d}"
    return {
        "title": f"{told['period']}考核表",
        "centre": request.directory.centres[row.region_code].name,
        "facts": [
            (row.get_subject_display(), str(told["whose"])), ("部门", str(told["department"] or "—")),
            ("考核期间", span), ("状态", row.get_state_display()), ("申诉期限", f"{row.appeal_by:%Y-%m-%d}"),
        ],
        "lines": [_line(told_in_words(line)) for line in row.lines],
        "total": str(row.total),
        "grade": str(told["grade"]),
        "notes": [pair for pair in notes if pair[1]],
        "signer": names.get(row.signed_by_id, ""),
        "signed": f"{row.signed_at.astimezone(ZONE):%Y-%m-%d %H:%M}",
    }  # fmt: skip


def _line(line: dict[str, Any]) -> dict[str, Any]:
    found = [f"{words} {ref}".strip() for words, ref in line["told"]]
    why = found or ["没有扣分" if line["score"] == line["full"] else "人工评分"]
    return {"name": line["name"], "full": line["full"], "score": line["score"], "why": why}
