"""这个日期怎么算的, of a co-department's own last day: from its pick-up, standing still with the lead's clock."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from yichuang.faces.common.access import allow
from yichuang.faces.common.casework.clock_page import Counted, Names, approvers, clock_page
from yichuang.faces.common.dates import bare_day, full_day
from yichuang.faces.office.cases.clicks import back_to
from yichuang.faces.office.cases.page import STAFF
from yichuang.faces.office.joint.lanes import Subject, own_clock, terms_of
from yichuang.faces.office.scope import frame, scope_of
from yichuang.records.cases.access import read_case
from yichuang.records.cases.history import events_of, stages_of
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.clock import fold


@allow(*STAFF)
@require_GET
def page(request: HttpRequest, no: str, stage: UUID) -> HttpResponse:
    """Show how the last day of one co-department was computed."""
    case = read_case(no, request.officer, request.directory)
    found = (row for row in stages_of(case.region_code, case.id) if row.kind == StageKind.CO_REVIEW)
    part = next((row for row in found if row.id == stage), None)
    if part is None:
        raise Http404
    counted, names = _counted(case, part, request)
    approved = approvers(events_of(case.region_code, case.id), request.directory.names)
    told = {
        "page": clock_page(counted, request.directory, request.today, approved=approved, names=names),
        "subject": _subject(case, part, request, own=names is not None),
        "back": (case.no, back_to(request, no)),
    }
    around = frame(request, scope_of(request.officer, request.directory, request.today))
    return render(request, "common/clock.html", around | told)


def _counted(case: CaseFile, part: Stage, request: HttpRequest) -> tuple[CaseFile | Counted, Names | None]:
    """Return the case with the part's own clock and what its days are called; the case as it is where that binds."""
    own = own_clock(Subject(case, case.facts, case.terms), part, terms_of(case, part, request))
    if own is None:
        return case, None
    facts, terms = own
    calendar = request.directory.calendar(case.profile)
    due = fold(facts, terms, calendar, as_of=request.today).due
    if part.done_at is None and (due.on if due else None) != part.due_on:
        return case, None
    begun = "领取材料" if part.picked_up_on and part.picked_up_on == part.starts_on else _asked(case, part)
    return Counted(case.profile, case.item_version_id, facts, terms), Names(begun, "协办", "最晚出具结论")


def _asked(case: CaseFile, part: Stage) -> str:
    return "受理" if part.starts_on in (None, case.accepted_on) else "再次征求"


def _subject(case: CaseFile, part: Stage, request: HttpRequest, *, own: bool) -> list[str]:
    department = request.directory.departments[part.department_id]
    fetched = f"{bare_day(part.picked_up_on, request.today)} 领取材料" if part.picked_up_on else "还没有领取材料"
    binds = "" if own else "本部门没有更早的期限，随办件的期限"
    words = (version_of(case.item_version_id).item.name, f"{department.short_name}（协办）", fetched, binds)
    return [word for word in (*words, f"按 {full_day(request.today)}的事实计算") if word]
