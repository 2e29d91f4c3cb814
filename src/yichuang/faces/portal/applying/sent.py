"""已提交: the number, the day of the answer, what comes next, the receipt. The address stays good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.papers import document_address
from yichuang.faces.common.dates import moment, short_day
from yichuang.faces.portal.applying.filling import draft_here
from yichuang.faces.portal.applying.prospect import Prospect, expected
from yichuang.law.book import book
from yichuang.records.cases.access import read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import documents_for
from yichuang.records.documents.models import DocumentKind
from yichuang.records.projects.models import BundleDraft

_PROVISIONAL = "（暂定，放假安排公布后可能调整）"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One line of what comes next."""

    when: str
    text: str
    css: str = ""


@allow(USER)
@require_GET
def sent(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Confirm the submission; what is not sent yet goes back to its tasks."""
    draft = draft_here(request, draft_id)
    if not draft.case_no:
        return HttpResponseRedirect(f"/apply/{draft.id}/tasks/")
    if isinstance(draft, BundleDraft):
        return HttpResponseRedirect(f"/my/bundles/{draft.case_no}/")
    case = read_case(draft.case_no, request.officer, request.directory)
    version = version_of(case.item_version_id)
    receipt = documents_for(case.no, request.officer, request.directory).filter(kind=DocumentKind.RECEIPT).first()
    context: dict[str, Any] = {
        "case": case,
        "item": version.item,
        "text": f"{moment(case.submitted_at, request.today)} 系统已收到，这一天就是收件日。",
        "next": _next(case, version, request),
        "receipt_url": document_address(case.no, receipt.id) if receipt else "",
    }
    return render(request, "portal/applying/sent.html", context)


def _next(case: CaseFile, version: ItemVersion, request: HttpRequest) -> list[NextStep]:
    terms, today = case.terms, request.today
    dates = expected(version, terms, request.directory.calendar(case.profile), case.received_on)
    department = request.directory.departments[case.department_id].short_name
    steps = [NextStep("办公时间内", "综合窗口核对您的材料。要补什么，会一次性全部告诉您。", "on")]
    if case.answer_by:
        silence = f"；到期没有告知的，自收到申请之日起即为受理{_cited(terms.deemed_basis)}" if terms.deemed else ""
        steps.append(
            NextStep(
                f"最晚 {short_day(case.answer_by, today)}",
                f"告诉您是否受理{silence}。{_PROVISIONAL if dates.answer_provisional else ''}",
            )
        )
    return [*steps, _decision(dates, department, today)]


def _decision(dates: Prospect, department: str, today: date) -> NextStep:
    if dates.on_the_spot:
        return NextStep("受理当场", f"材料齐全的，{department}当场办结。")
    start = f"若 {short_day(dates.accepted_on, today)}受理，"
    by = f"{start}为 {short_day(dates.decided_by, today)}前。" if dates.decided_by else ""
    note = _PROVISIONAL if dates.provisional else ""
    return NextStep(f"受理后 {dates.limit}", f"{department}作出决定。{by}{note}")


def _cited(basis: str) -> str:
    """Return the article in brackets, where it is known."""
    try:
        return f"（{book().cite(basis)}）" if basis else ""
    except LookupError:
        return ""
