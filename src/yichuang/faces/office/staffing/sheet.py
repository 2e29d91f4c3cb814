"""/staff/sheets/<id>/: one sheet with the evidence of each deduction, its appeal and its review."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from yichuang.acts.staffing.sheets.appeal import AppealWish, appeal_sheet, concerns
from yichuang.acts.staffing.sheets.review import ReviewWish, review_sheet
from yichuang.faces.common.access import allow
from yichuang.faces.office.staff.missing import gone
from yichuang.faces.office.staffing.common import HALL, Step, led, number_in, region_of, shown, taken
from yichuang.faces.office.staffing.marks import told_in_words
from yichuang.faces.office.staffing.sheets import row_of
from yichuang.records.staffing.access import sheet_in
from yichuang.records.staffing.models import Sheet
from yichuang.rules.staff import scoring


@allow(*HALL)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, sheet: UUID) -> HttpResponse:
    """Show a sheet to whom it concerns and who watches; take an appeal or a review."""
    row = sheet_in(region_of(request), sheet)
    if row is None or not sees(row, request):
        return gone(request, "没有找到这张考核表")

    def show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
        return _show(request, row, status=status, **more)

    steps = {"appeal": lambda asked: _appeal(asked, row), "review": lambda asked: _review(asked, row)}
    return taken(request, steps, show) if request.method == "POST" else show(request)


def sees(row: Sheet, request: HttpRequest) -> bool:
    """Return whether a sheet is shown: to whom it concerns, his heads, and who watches."""
    if concerns(row, request.officer) or request.officer.roles() & {"centre_manager", "supervisor"}:
        return True
    return any(row.subject_id in (post.user_id, post.window_id) for post in led(request))


def _show(request: HttpRequest, row: Sheet, *, status: int = 200, **more: Any) -> HttpResponse:
    names, officer, today = request.directory.names, request.officer, request.today
    reviews = bool(officer.roles() & {"centre_manager", "supervisor"})
    told = row_of(row, request) | {
        "signed_by": names.get(row.signed_by_id, ""), "lines": [told_in_words(line) for line in row.lines],
        "appealed_by": names.get(row.appealed_by_id, "") if row.appealed_by_id else "",
        "reviewed_by": names.get(row.reviewed_by_id, "") if row.reviewed_by_id else "",
        "may_appeal": concerns(row, officer) and scoring.may_appeal(row.state, row.appeal_by, today, "有").allowed,
        "may_review": reviews and scoring.may_review(row.state, row.signed_by_id, officer.user_id, "有").allowed,
        "signer": reviews and row.state == "appealed" and row.signed_by_id == officer.user_id,
        "mine": concerns(row, officer),
    }  # fmt: skip
    return shown(request, "sheet", told | more, status=status)


def _appeal(request: HttpRequest, row: Sheet) -> Step:
    return Step(
        appeal_sheet,
        AppealWish(row.region_code, row.id, request.POST.get("words", "")),
        "已提出申诉，由签发人以外的人复核。",
    )


def _review(request: HttpRequest, row: Sheet) -> Step:
    given = {line["key"]: number_in(request, f"p-{line['key']}") for line in row.lines}
    points = {key: number for key, number in given.items() if number is not None}
    return Step(
        review_sheet,
        ReviewWish(row.region_code, row.id, request.POST.get("words", ""), points),
        "已复核，结果已经告知被考核人。",
    )
