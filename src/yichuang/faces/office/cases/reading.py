"""What is only read: the explained date, papers, files, the routing slip, and a number in full for a purpose."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.clock_page import approvers, clock_page
from yichuang.faces.common.casework.papers import serve_attachment, serve_document
from yichuang.faces.common.dates import full_day
from yichuang.faces.common.sentences import refusal
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.page import STAFF, show
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.faces.office.cases.slip import slip_of
from yichuang.faces.office.cases.slip_paper import slip_pdf
from yichuang.faces.office.scope import frame, scope_of
from yichuang.records.applicants.access import FIELDS, Reading, applicant_of, given_in, reveal
from yichuang.records.cases.access import read_case
from yichuang.records.cases.history import events_of
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.verdict import Refused


@allow(USER)
@require_GET
def clock(request: HttpRequest, no: str) -> HttpResponse:
    """Show how a date was computed, to staff and to the applicant."""
    case = read_case(no, request.officer, request.directory)
    staff = bool(request.officer.grants)
    events = events_of(case.region_code, case.id) if staff else []
    told = {
        "page": clock_page(
            case,
            request.directory,
            request.today,
            statutory=request.GET.get("limit") == "statutory",
            approved=approvers(events, request.directory.names),
        ),
        "subject": _subject(case, request),
        "back": (case.no, back_to(request, no)) if staff else None,
        "crumbs": [(case.no, f"/my/cases/{case.no}/"), ("这个日期怎么算的", "")],
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today)) if staff else {}
    return render(request, "common/clock.html", around | told)


@allow(USER)
@require_GET
def document(request: HttpRequest, no: str, ref: str) -> HttpResponse:
    """Hand out a paper of the case."""
    return serve_document(request, no, ref)


@allow(USER)
@require_GET
def attachment(request: HttpRequest, no: str, digest: str) -> HttpResponse:
    """Hand out a file that was handed in."""
    return serve_attachment(request, no, digest)


@allow(*STAFF)
@require_GET
def slip(request: HttpRequest, no: str) -> HttpResponse:
    """Show the routing slip for printing, or give it as a PDF (流转单)."""
    told = slip_of(sheet_of(request, no), request)
    return slip_pdf(told, request) if request.GET.get("form") == "pdf" else render(request, "office/slip.html", told)


@allow(*STAFF)
@require_http_methods(["GET", "POST"])
def reveal_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show one number in full, once, after writing down who reads it and what for."""
    if request.method == "GET":
        return HttpResponseRedirect(back_to(request, no))
    case = read_case(no, request.officer, request.directory)
    wish = Reading(request.POST.get("field", ""), request.POST.get("purpose", ""), case.id)
    try:
        given = given_in(case.form, case.id)
        value = reveal(applicant_of(case.region_code, case.applicant_id), wish, request.officer, request.at, given)
    except Refused as refused:
        return show(request, no, status=422, refusal=refusal(refused, request.today))
    told = {
        "case": case,
        "value": value,
        "what": FIELDS[wish.field],
        "purpose": wish.purpose,
        "back": back_to(request, no),
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today))
    response = render(request, "office/revealed.html", around | told)
    response.headers["Cache-Control"] = "no-store"
    return response


def _subject(case: Any, request: HttpRequest) -> list[str]:
    item = version_of(case.item_version_id).item.name
    return [item, case.applicant_name, f"按 {full_day(request.today)}的事实计算"]
