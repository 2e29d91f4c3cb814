"""召集会审: a form for time, place, departments, chair; granting an applicant's request is the same form."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import norms_of
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.sentences import Refusal
from yichuang.faces.office.asking.doing import act_here, day_in, id_in, ids_in, others, people_of, text_in
from yichuang.faces.office.asking.rows import is_lead
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.records.meetings.models import MeetingState
from yichuang.records.meetings.queries import MeetingView, meeting_of
from yichuang.rules.consulting.asking import kinds_in
from yichuang.rules.meeting.calling import CITY, notice_by


@dataclass(frozen=True, slots=True)
class CallForm:
    """What the form shows: empty, from a request, or as posted."""

    held_on: str = ""
    time: str = "09:30"
    place: str = ""
    invited: tuple[UUID, ...] = ()
    letters: tuple[UUID, ...] = ()
    matter: str = ""
    chair: UUID | None = None
    chair_named: str = ""
    materials: str = ""
    experts: str = ""
    waiver: str = ""
    meeting: UUID | None = None
    errors: tuple[Error, ...] = field(default_factory=tuple)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def call_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show the form; call the meeting."""
    if request.method == "GET":
        return _show(request, no, None)
    form = _read(request)
    held_on = day_in(request, "held_on")
    if held_on is None:
        return _show(request, no, form, errors=(Error("held_on", "写会审的日期"),))
    matters = {department: form.matter for department in form.letters}
    invited = [Invitation(one, by_letter=one in matters, matter=matters.get(one, "")) for one in form.invited]
    invited += [Invitation(one, None, True, form.matter) for one in form.letters if one not in form.invited]
    wish = MeetingCall(
        on(request, no), Session(held_on, form.time, form.place, form.waiver), tuple(invited), form.chair,
        form.chair_named, form.materials, form.experts, form.meeting,
    )  # fmt: skip
    deed = Deed(call_meeting, wish, "已召集会审，通知书已编号，申请人可以看到")
    return act_here(request, no, deed, lambda said: _show(request, no, form, refusal=said), f"/cases/{no}/meetings/")


def _read(request: HttpRequest) -> CallForm:
    return CallForm(
        request.POST.get("held_on", "")[:10], request.POST.get("time", "").strip()[:5], text_in(request, "place", 100),
        ids_in(request.POST.getlist("department")[:60]), ids_in(request.POST.getlist("letter")[:60]),
        text_in(request, "matter", 500), id_in(request.POST.get("chair", "")), text_in(request, "chair_named", 200),
        text_in(request, "materials", 1000), text_in(request, "experts", 500), text_in(request, "waiver", 200),
        id_in(request.POST.get("meeting", "")),
    )  # fmt: skip


def _show(
    request: HttpRequest,
    no: str,
    form: CallForm | None,
    *,
    refusal: Refusal | None = None,
    errors: tuple[Error, ...] = (),
) -> HttpResponse:
    sheet = sheet_of(request, no)
    case, asked = sheet.case, _asked(request, sheet)
    lead, open_now = is_lead(case, request), bool(kinds_in(case.state))
    norms = norms_of(case)
    told: dict[str, Any] = {
        "form": form or _begun(asked, request),
        "bound": {"errors": errors},
        "decision": None,
        "refusal": refusal,
        "asked": asked,
        "groups": others(request.directory, case.department_id),
        "cities": others(request.directory, case.department_id, CITY),
        "people": people_of(request.directory, case.department_id, request.today),
        "chair_norm": norms.get("meeting_chair"),
        "notice_norm": norms.get("meeting_notice_limit"),
        "earliest": _earliest(sheet, request),
        "barred_why": "" if lead and open_now else "会审由主办部门召集，在预审阶段或者受理以后、决定以前举行",
    }
    status = 422 if refusal or errors else 200
    return render(request, "office/asked/call.html", context_of(request, sheet) | told, status=status)


def _asked(request: HttpRequest, sheet: Sheet) -> MeetingView | None:
    """Return the request that is being granted, if the address or the form names one."""
    wanted = id_in(request.POST.get("meeting", "") or request.GET.get("request", ""))
    found = meeting_of(sheet.case.region_code, sheet.case.id, wanted) if wanted else None
    return found.row if found and found.row.state == MeetingState.REQUESTED else None


def _begun(asked: MeetingView | None, request: HttpRequest) -> CallForm:
    if asked is None:
        return CallForm(chair=request.officer.user_id)
    return CallForm(invited=ids_in(list(asked.wanted)), chair=request.officer.user_id, meeting=asked.id)


def _earliest(sheet: Sheet, request: HttpRequest) -> date | None:
    """Return the first day for which a notice sent today is in time, None where no time before is asked."""
    case = sheet.case
    norms, calendar = norms_of(case), request.directory.calendar(case.profile)
    if norms.get("meeting_notice_limit") is None:
        return None
    day = request.today
    while (notice_by(day, norms, calendar) or day) < request.today:
        day = calendar.add(day, 1)
    return day
