"""受理公示、决定公开、听证公告."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.portal.notices.ended import STRUCK, ended_since, struck_off
from yichuang.faces.portal.notices.span import asked_of, public_name
from yichuang.law.book import book
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.notices import DENIED, GRANTED, REFUSED, decided, received, results
from yichuang.records.catalogue.queries import names_of_items
from yichuang.records.certificates.endings import deregistered, endings_of
from yichuang.records.hearings.queries import announced

PAGE = 30
RECENT, LATELY = 10, 31  # days shown without a choice
RESULTS: dict[str, str] = {str(GRANTED): "准予许可", str(DENIED): "不予许可", str(REFUSED): "不予受理"}
_CRUMBS = [("公示", "")]
_UNANSWERED = (CaseState.RECEIVED, CaseState.CORRECTING)


@allow(PUBLIC)
@require_safe
def intake(request: HttpRequest) -> HttpResponse:
    """List what was received, in the order of application: day, applicant, item, acceptance, promise."""
    asked = asked_of(request, RECENT)
    found = received(asked.region, asked.span, asked.begins, asked.ends)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    rows = [_received(case, number, request) for number, case in enumerate(page, page.start_index())]
    return render(
        request, "portal/notices/intake.html", asked.context("intake") | {"page": page, "rows": rows, "crumbs": _CRUMBS}
    )


def _received(case: Any, number: int, request: HttpRequest) -> dict[str, Any]:
    promised = case.promised_due_on or case.due_on
    return {
        "number": number,
        "received_on": case.received_on,
        "applicant": public_name(case.applicant_name, case.applicant_kind),
        "item": case.item.name,
        "department": request.directory.departments[case.department_id].short_name,
        "accepted_on": case.accepted_on,
        "promised": promised,
        "provisional": case.provisional and _provisional(promised, case, request),
        "words": _standing(case, promised is not None),
    }


def _provisional(shown: date | None, case: Any, request: HttpRequest) -> bool:
    """Say whether the day that is shown may still move with a holiday notice; the other limit's day is not told."""
    return shown is not None and bool(request.directory.calendar(case.profile).provisional(shown))


def _standing(case: Any, counting: bool) -> str:
    """Return what stands where there is no date yet: waiting, not accepted, withdrawn, paused."""
    if case.state == CaseState.CLOSED and not case.accepted_on:
        return str(case.get_outcome_display())
    if case.state in _UNANSWERED:
        return "等补正" if case.state == CaseState.CORRECTING else "等答复"
    return "" if counting else "中止计时" if case.paused else "—"


@allow(PUBLIC)
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """List what was granted, or on request denied, not accepted or struck off the register; the numbers of all."""
    asked = asked_of(request, LATELY)
    norm = book().norms(asked.profile, request.today).get("decisions_public")
    open_here = norm is not None and norm.value is True
    outcome = request.GET.get("result", "")
    outcome = outcome if outcome in RESULTS or outcome == STRUCK else str(GRANTED)
    struck = deregistered(asked.region, asked.span)
    found = struck if outcome == STRUCK else decided(asked.region, asked.span, outcome)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    sums = results(asked.region, asked.span)
    names = RESULTS | {STRUCK: "注销公告"}
    counts = sums | {STRUCK: struck.count()}
    context = {
        "page": page,
        "rows": _rows(page, request, asked.region, outcome) if open_here or outcome == STRUCK else [],
        "results": [(name, words, counts[name], name == outcome) for name, words in names.items()],
        "result": outcome,
        "words": names[outcome],
        "total": sum(sums.values()),
        "open_here": open_here or outcome == STRUCK,
        "cited": book().cite(norm.basis) if norm else "",
        "crumbs": _CRUMBS,
    }
    return render(request, "portal/notices/decisions.html", asked.context("decisions") | context)


def _rows(page: Any, request: HttpRequest, region: str, outcome: str) -> list[dict[str, Any]]:
    if outcome == STRUCK:
        return [struck_off(one, request) for one in page]
    ends = endings_of(region, [case.id for case in page]) if outcome == GRANTED else {}
    return [_decided(case, request) | {"ended": ended_since(case, ends.get(case.id, []))} for case in page]


def _decided(case: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "on": case.ended_on,
        "applicant": public_name(case.applicant_name, case.applicant_kind),
        "item": case.item.name,
        "department": request.directory.departments[case.department_id].name,
        "received_on": case.received_on,
    }


@allow(PUBLIC)
@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    """List the public hearings to come: when, where, about what; nobody's name."""
    asked = asked_of(request, RECENT)
    found = announced(asked.region, request.today)
    names = names_of_items({one.item_id for one in found})
    rows = [(one, names.get(one.item_id, ""), request.directory.departments[one.department_id].name) for one in found]
    return render(
        request, "portal/notices/hearings.html", asked.context("hearings") | {"rows": rows, "crumbs": _CRUMBS}
    )
