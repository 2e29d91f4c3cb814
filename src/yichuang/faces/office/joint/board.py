"""/joint/ (并联看板): every running joint case with the light of each department."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import CENTRE, GOVERNMENT, OFFICE, allow
from yichuang.faces.office.joint.lanes import Lane, Subject, lanes_of, tally
from yichuang.faces.office.scope import frame, regions_of, scope_of
from yichuang.faces.office.worklist.rows import shown_applicant
from yichuang.law.book import book
from yichuang.records.cases.joint import ANSWER, CO, FETCH, LEAD, OBJECTED, READY, OnBoard, joint_cases, lanes_of_cases
from yichuang.records.cases.models import Case
from yichuang.records.cases.queries import clock_facts
from yichuang.rules.clock import ClockTerms

PAGE = 15
SHOWN = 11  # lanes of one case on the board; the rest is on its page
ROLES = (("", "全部"), (LEAD, "我部门牵头"), (CO, "我部门协办"))
STEPS = (("", "全部"), (FETCH, "有未领取"), (ANSWER, "待结论"), (READY, "结论已齐"), (OBJECTED, "有不同意"))


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One joint case of the board."""

    case: Case
    applicant: str
    lanes: Sequence[Lane]
    concluded: int
    asked: int
    objected: bool

    @property
    def shown(self) -> Sequence[Lane]:
        """Return the lanes for which there is room: what still runs first, after the lead."""
        return (self.lanes[0], *sorted(self.lanes[1:], key=lambda lane: not lane.open)[: SHOWN - 1])

    @property
    def rest(self) -> int:
        """Return how many departments are only on the page of the case."""
        return max(0, len(self.lanes) - SHOWN)

    @property
    def ready(self) -> bool:
        """Return whether the lead can go on."""
        return self.concluded == self.asked and not self.awaits

    @property
    def awaits(self) -> int:
        """Return how many departments wait for the reply of a higher body."""
        return sum(lane.awaits for lane in self.lanes)


@allow(*OFFICE, *CENTRE, *GOVERNMENT)
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the board of a region."""
    region = _region(request)
    departments = tuple(g.department_id for g in request.officer.grants if g.department_id)
    role, step = _known(request, "role", ROLES), _known(request, "step", STEPS)
    found = joint_cases(request.officer, region, OnBoard(departments, role, step))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {
        "page": page,
        "rows": rows_of(list(page), request),
        "roles": [(value, words, value == role) for value, words in ROLES],
        "steps": [(value, words, value == step) for value, words in STEPS],
        "role": role,
        "step": step,
        "rules": rules_of(request, region),
    }
    scope = scope_of(request.officer, request.directory, request.today, region)
    return render(request, "office/joint/board.html", frame(request, scope) | told)


def rows_of(cases: Sequence[Case], request: HttpRequest) -> list[BoardRow]:
    """Return the rows of one page. Two queries for all of them."""
    if not cases:
        return []
    region, ids = cases[0].region_code, [case.id for case in cases]
    facts, stages = clock_facts(region, ids), lanes_of_cases(region, ids)
    return [_row(case, facts.get(case.id, []), stages.get(case.id, []), request) for case in cases]


def rules_of(request: HttpRequest, region: str) -> dict[str, Any]:
    """Return what the norms of the centre say of co-departments, for the line of hints."""
    norms = book().norms(request.directory.centres[region].profile, request.today)
    names = ("codept_limit", "codept_pickup_limit", "silence_codept", "pause_lead_only", "joint_limit")
    return {name: norm.value for name in names if (norm := norms.get(name)) is not None}


def _row(case: Case, facts: Any, stages: Any, request: HttpRequest) -> BoardRow:
    lanes = lanes_of(Subject(case, facts, ClockTerms.from_facts(case.terms)), stages, request)
    concluded, asked = tally(lanes)
    objected = any(lane.css == "no" for lane in lanes)
    return BoardRow(case, shown_applicant(case), lanes, concluded, asked, objected)


def _region(request: HttpRequest) -> str:
    """Return the region asked for if the officer has a post there, else the first one where he has."""
    held = [*regions_of(request.officer), *(grant.region_code for grant in request.officer.grants)]
    asked = request.GET.get("region", "")
    return asked if asked in held else held[0]


def _known(request: HttpRequest, name: str, choices: Sequence[tuple[str, str]]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in dict(choices) else ""
