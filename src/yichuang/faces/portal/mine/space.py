"""我的: what is to do, drafts to go on with, and the cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import USER, allow
from yichuang.faces.common.casework.timing import row_light
from yichuang.faces.common.dates import short_day
from yichuang.faces.portal.applying.applicant import name_of
from yichuang.faces.portal.mine.acting import acting_words
from yichuang.faces.portal.mine.turn import ended_light
from yichuang.faces.portal.special.waiting import waiting
from yichuang.records.applicants.accounts import capacities
from yichuang.records.cases.access import own_cases
from yichuang.records.cases.drafts import applicant_of, drafts_of, kept_until
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.certificates.access import own_notices
from yichuang.records.fees.queries import with_payment
from yichuang.records.org.directory import Directory
from yichuang.records.projects.access import agent_regions, own_projects, own_runs
from yichuang.records.projects.drafts import bundle_drafts_of
from yichuang.rules.lights import Light

_PAGE = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the list: light, whose turn in a few words, until when."""

    case: Any
    light: str
    words: str
    until: date | None
    provisional: bool = False
    acting: str = ""  # 由何静代办

    @property
    def url(self) -> str:
        """Return the address of its progress page."""
        return f"/my/cases/{self.case.no}/"


@allow(USER)
@require_GET
def space(request: HttpRequest) -> HttpResponse:
    """Show the visitor's own cases and drafts; where there are several centres, those of one of them."""
    regions = list(request.directory.centres)
    region = request.GET.get("centre", "")
    region = region if region in regions else next(iter(regions), "")
    capacity, held = request.officer.capacity, capacities(request.officer.user_id, request.directory, request.today)
    mine = own_cases(request.officer, region).select_related("item").defer("form", "terms").order_by("-id")
    mine = with_payment(mine, region)
    if capacity is None:  # what is an organisation's is seen as the organisation
        mine = mine.exclude(applicant_id__in=[row for one in held if not one.legal for row in one.applicants])
    page = Paginator(mine, _PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(case, request) for case in page.object_list],
        "todo": [
            replace(one, acting=acting_words(one.case, request.officer.user_id))
            for one in waiting(mine, region, request.today)
        ],
        "endings": own_notices(request.officer, region, request.today)[:_PAGE],
        "drafts": [_draft(draft) for draft in drafts_of(request.officer.user_id, region, request.at)],
        "bundle_drafts": bundle_drafts_of(request.officer.user_id, region, request.at),
        "is_agent": region in agent_regions(request.officer.user_id, request.today),
        "runs": own_runs(request.officer.user_id, region)[:_PAGE],
        "projects": own_projects(request.officer.user_id, [region])[:_PAGE],
        "centres": [(code, centre.name) for code, centre in request.directory.centres.items()],
        "region": region,
        "capacity": capacity,
        "capacities": held,
        "crumbs": [("我的", "")],
    }
    return render(request, "portal/mine/space.html", context)


def _row(case: Any, request: HttpRequest) -> Row:
    today, until = request.today, _until(case)
    moves = until is not None and request.directory.calendar(case.profile).provisional(until)
    words, acting = _words(case, request.directory, today), acting_words(case, request.officer.user_id)
    light = row_light(case, today)
    return Row(case, ended_light(case.outcome) if light is Light.DONE else light, words, until, moves, acting)


def _draft(draft: Any) -> dict[str, Any]:
    item = draft.item_version.item
    return {
        "name": item.short_name or item.name,
        "who": name_of(applicant_of(draft)),
        "url": f"/apply/{draft.id}/tasks/",
        "changed_at": draft.changed_at,
        "until": kept_until(draft),
    }


def _until(case: Any) -> date | None:
    if case.pays:
        return case.payment_by
    if case.state == CaseState.CORRECTING:
        return case.correction_due_on
    return None if case.paused or case.state in (CaseState.CLOSED, CaseState.DECIDED) else case.light_on


def _words(case: Any, directory: Directory, today: date) -> str:
    """Return whose turn it is, by the stored columns."""
    if case.pays:
        return "轮到您缴费"
    if case.state == CaseState.CLOSED:
        return str(CaseOutcome(case.outcome).label) if case.outcome else "办结"
    if case.paused:
        return "暂停计时"
    words = {
        CaseState.RECEIVED: "轮到综合窗口",
        CaseState.CORRECTING: "轮到您补正",
        CaseState.DECIDED: f"已决定：{CaseOutcome(case.outcome).label}" if case.outcome else "已决定",
        CaseState.ISSUED: "轮到您领取",
    }
    told = words.get(case.state, f"轮到{directory.departments[case.department_id].short_name}")
    late = case.light_on is not None and today > case.light_on and case.state not in words
    return f"{told}，应在 {short_day(case.light_on, today)}前答复" if late else told
