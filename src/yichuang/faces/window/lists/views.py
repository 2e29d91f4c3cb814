"""W2, W3, W4 and the second person's lists: fifty cases a page, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from yichuang.acts.context import ZONE
from yichuang.faces.common.access import WINDOW, allow
from yichuang.faces.common.casework.timing import row_light
from yichuang.faces.window.frame import frame, region_of, signing_departments
from yichuang.faces.window.scan import case_no_in
from yichuang.law.book import book
from yichuang.records.cases import desk
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.cases.models import Case, CaseState
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules.lights import Light
from yichuang.rules.permissions import LEADERS
from yichuang.rules.staff.handing_in import HandingIn, handing_in
from yichuang.rules.working_days import Calendar

_PAGE = 50
_NOON = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One case in a list, with its light by the stored dates."""

    case: Case
    light: Light
    left: int | None
    hand_in: HandingIn | None = None
    hand_light: str = ""


@allow(*WINDOW)
@require_GET
def prereview(request: HttpRequest) -> HttpResponse:
    """W2: online applications that wait for an answer."""
    return _list(request, "window/prereview.html", {"rows": desk.ONLINE, "held": desk.HELD})


@allow(*WINDOW)
@require_GET
def supplements(request: HttpRequest) -> HttpResponse:
    """W3: corrections that came back, and those still waited for."""
    return _list(request, "window/supplements.html", {"rows": desk.RETURNED, "held": desk.CORRECTING})


@allow(*WINDOW)
@require_GET
def accepted(request: HttpRequest) -> HttpResponse:
    """Accepted cases that were not handed over yet, and those that wait for a decision on the spot."""
    return _list(request, "window/accepted.html", {"rows": desk.TO_ROUTE, "held": desk.ON_THE_SPOT})


@allow(*WINDOW)
@require_GET
def refusals(request: HttpRequest) -> HttpResponse:
    """Proposed refusals: somebody else than who proposed decides."""
    page = _page(request, desk.waiting(desk.REFUSALS, request.officer, region_of(request)))
    proposals = desk.proposals(region_of(request), [case.id for case in page.object_list])
    rows = [(row, proposals[row.case.id], _leaders_of(request, row.case)) for row in _rows(request, page)]
    return render(request, "window/refusals.html", frame(request, page=page, rows=rows))


def _leaders_of(request: HttpRequest, case: Case) -> str:
    """Return whose leaders have to decide; "" where the officer is one of them."""
    own = request.officer.grant_in(LEADERS, frozenset({case.department_id}))
    return "" if own else request.directory.departments[case.department_id].short_name


@allow("chief_representative")
@require_GET
def decisions(request: HttpRequest) -> HttpResponse:
    """Accepted instant cases of the officer's departments."""
    cases = desk.on_the_spot(request.officer, region_of(request), signing_departments(request))
    page = _page(request, cases.select_related("item", "clerk"))
    return render(request, "window/decisions.html", frame(request, page=page, rows=_rows(request, page)))


@allow(*WINDOW)
@require_GET
def pickup(request: HttpRequest) -> HttpResponse:
    """W4: scan or type a number; what is to be made and handed out."""
    words = request.GET.get("no", "").strip()
    if words:
        no = case_no_in(words, request.directory)
        try:
            case = read_case(no, request.officer, request.directory)
        except NotFound:
            return _list(request, "window/pickup.html", _PICKUP, missing=words, status=404)
        ready = case.state == CaseState.ISSUED
        return redirect("window:deliver" if ready else "window:case", no=case.no)
    return _list(request, "window/pickup.html", _PICKUP)


_PICKUP = {"rows": desk.TO_HAND, "held": desk.TO_ISSUE}


def _list(
    request: HttpRequest, template: str, lists: dict[str, str], *, missing: str = "", status: int = 200
) -> HttpResponse:
    """Show two lists: the one to work on, paged, and a second one beside it."""
    region = region_of(request)
    first, second = (desk.waiting(what, request.officer, region) for what in (lists["rows"], lists["held"]))
    page = _page(request, first)
    context: dict[str, Any] = {
        "page": page,
        "rows": _rows(request, page),
        "held": _rows(request, Paginator(second, _PAGE).get_page(1)),
        "missing": missing,
    }
    return render(request, template, frame(request, **context), status=status)


def _page(request: HttpRequest, cases: QuerySet[Case]) -> Page[Case]:
    return Paginator(cases, _PAGE).get_page(request.GET.get("page"))


def _rows(request: HttpRequest, page: Page[Case]) -> list[Row]:
    return [_row(case, request.directory.calendar(case.profile), request) for case in page.object_list]


def _row(case: Case, calendar: Calendar, request: HttpRequest) -> Row:
    light, left = row_light(case, request.today), _left(case, calendar, request)
    if case.state != CaseState.ACCEPTED or case.kind == CaseKind.INSTANT:
        return Row(case, light, left)
    norms = book().norms(case.profile, case.accepted_on or case.received_on)
    hand_in, afternoon = handing_in(case.accepted_on, norms, calendar), request.at.astimezone(ZONE).hour >= _NOON
    return Row(case, light, left, hand_in, hand_in.light(request.today, afternoon=afternoon) if hand_in else "")


def _left(case: Case, calendar: Calendar, request: HttpRequest) -> int | None:
    """Return the working days left of what the light goes by, negative when over."""
    if case.light_on is None or case.state in (CaseState.DECIDED, CaseState.ISSUED):
        return None
    if request.today <= case.light_on:
        return calendar.between(request.today, case.light_on)
    return -max(calendar.between(case.light_on, request.today), 1)
