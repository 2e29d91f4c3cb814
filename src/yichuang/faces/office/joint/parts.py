"""/joint/parts/ (待我协办): what other departments wait for from this officer's department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.doing import new_key
from yichuang.faces.office.joint.lanes import Lane, Subject, lanes_of
from yichuang.faces.office.scope import frame, scope_of
from yichuang.faces.office.worklist.rows import shown_applicant
from yichuang.law.book import book
from yichuang.records.cases.joint import GIVEN, PICKED, REPLY, WAITING, own_parts, parts_waiting
from yichuang.records.cases.models import Stage
from yichuang.records.cases.queries import clock_facts
from yichuang.rules.clock import ClockTerms
from yichuang.rules.joint.part_clock import part_terms, pickup_needs_reason

PAGE = 20
TABS = ((WAITING, "待领取"), (PICKED, "待出结论"), (REPLY, "待批复"), (GIVEN, "已出结论"))
_EMPTY = {
    WAITING: ("没有待领取的材料", "牵头部门统一受理并转办后，材料会出现在这里；请当日领取。"),
    PICKED: ("没有待出结论的协办", "领取材料以后，办件会出现在这里。"),
    REPLY: ("没有等批复的上报", "同意上报的协办会出现在这里；批复下达后请登记，登记以前主办部门不能作决定。"),
    GIVEN: ("还没有出具过协办结论", ""),
}


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the officer's department."""

    part: Stage
    case: Any
    lane: Lane
    applicant: str
    lead: str
    asks_why: bool  # the material is picked up later than on the day itself (次日领取)


@allow(*OFFICE)
@require_GET
def parts(request: HttpRequest) -> HttpResponse:
    """Show the parts of the officer's departments."""
    scope = scope_of(request.officer, request.directory, request.today, request.GET.get("region", ""))
    if scope is None:
        return render(request, "office/no_post.html", frame(request, scope))
    departments = list(scope.takes)
    waiting = parts_waiting(scope.region_code, departments)
    asked = request.GET.get("tab", "")
    first = next((name for name in (WAITING, PICKED, REPLY) if waiting[name]), WAITING)
    tab = asked if asked in dict(TABS) else first
    page = Paginator(own_parts(scope.region_code, departments, tab), PAGE).get_page(request.GET.get("page"))
    told = {
        "tabs": [(key, words, waiting.get(key), key == tab) for key, words in TABS],
        "tab": tab,
        "page": page,
        "rows": rows_of(list(page), request),
        "empty": _EMPTY[tab],
        "key": new_key(),
    }
    return render(request, "office/joint/parts.html", frame(request, scope) | told)


def rows_of(found: list[Stage], request: HttpRequest) -> list[PartRow]:
    """Return the rows of one page. One query for the clocks of all."""
    if not found:
        return []
    facts = clock_facts(found[0].region_code, [part.case_id for part in found])
    return [_row(part, facts.get(part.case_id, []), request) for part in found]


def _row(part: Stage, facts: Any, request: HttpRequest) -> PartRow:
    case = part.case
    case.applicant_kind = part.applicant_kind  # type: ignore[attr-defined]
    lane = lanes_of(Subject(case, facts, ClockTerms.from_facts(case.terms)), [part], request)[1]
    lead = request.directory.departments[case.department_id].short_name
    return PartRow(part, case, lane, shown_applicant(case), lead, _asks_why(part, request))


def _asks_why(part: Stage, request: HttpRequest) -> bool:
    """Say whether whoever picks up today has to tell why it was not done before.  Basis: S0h-二(一)1.2"""
    case = part.case
    since = part.starts_on or case.accepted_on
    if part.picked_up_on is not None or part.done_at is not None or since is None or case.accepted_on is None:
        return False
    terms = part_terms(book().norms(case.profile, case.accepted_on))
    return pickup_needs_reason(since, request.today, terms, request.directory.calendar(case.profile))
