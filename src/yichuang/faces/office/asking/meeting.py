"""会审: the meetings of a case on one page, and what may be done with each by whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import norms_of
from yichuang.acts.meeting.adjourn import Adjournment, adjourn_meeting
from yichuang.acts.meeting.call import Session
from yichuang.acts.meeting.cancel_meeting import Cancellation, cancel_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.decline import MeetingRefusal, decline_meeting
from yichuang.acts.meeting.name_delegate import Delegation, name_delegate
from yichuang.acts.meeting.resume_meeting import NextSession, resume_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.faces.common.access import OFFICE, allow
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.asking.doing import act_here, day_in, id_in, ids_in, text_in
from yichuang.faces.office.asking.seats import meeting_cards
from yichuang.faces.office.cases.acting import Deed, on
from yichuang.faces.office.cases.page import STAFF, context_of
from yichuang.faces.office.cases.sheet import sheet_of
from yichuang.records.cases.models import Conclusion
from yichuang.rules.joint.conclusions import conclusions_of
from yichuang.rules.verdict import Refused

Reading = Callable[[HttpRequest, str, UUID], Deed]


@allow(*STAFF)
@require_http_methods(["GET"])
def meetings_page(request: HttpRequest, no: str) -> HttpResponse:
    """Show all meetings of the case."""
    return _show(request, no)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def meeting_page(request: HttpRequest, no: str, meeting: UUID) -> HttpResponse:
    """Do one step with a meeting: `step` of the form says which."""
    if request.method == "GET":
        return _show(request, no)
    read = _STEPS.get(request.POST.get("step", ""))
    if read is None:
        fault = refusal(Refused("meeting_state", "S0h-三.6"), request.today)
        return _show(request, no, refusal=fault)
    deed = read(request, no, meeting)
    return act_here(request, no, deed, lambda said: _show(request, no, refusal=said), f"/cases/{no}/meetings/")


def _decline(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    wish = MeetingRefusal(on(request, no), meeting, text_in(request, "reason", 1000))
    return Deed(decline_meeting, wish, "已答复不举行会审")


def _delegate(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    chosen = id_in(request.POST.get("delegate", "")) or meeting  # nobody has a meeting's id: refused as no officer
    return Deed(name_delegate, Delegation(on(request, no), meeting, chosen), "已委派会审代表")


def _sign(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    wish = Signature(
        on(request, no), meeting, request.POST.get("conclusion", "")[:10], text_in(request, "opinion"),
        text_in(request, "later_materials", 1000),
    )  # fmt: skip
    return Deed(sign_seat, wish, "已签署会审结论")


def _adjourn(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    return Deed(adjourn_meeting, Adjournment(on(request, no), meeting, text_in(request, "reason", 500)), "已中止会审")


def _resume(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    session = Session(
        day_in(request, "held_on") or date.min, request.POST.get("time", "").strip()[:5],
        text_in(request, "place", 100), text_in(request, "waiver", 200),
    )  # fmt: skip
    return Deed(resume_meeting, NextSession(on(request, no), meeting, session), "已定期继续会审，通知书已编号")


def _close(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    wish = Minutes(
        on(request, no), meeting, text_in(request, "summary"), text_in(request, "applicant_words"),
        text_in(request, "expert_words"), bool(request.POST.get("divided")),
        frozenset(ids_in(request.POST.getlist("present")[:60])), bool(request.POST.get("despite")),
    )  # fmt: skip
    return Deed(close_meeting, wish, "会审已结束，纪要已编号")


def _cancel(request: HttpRequest, no: str, meeting: UUID) -> Deed:
    return Deed(cancel_meeting, Cancellation(on(request, no), meeting, text_in(request, "reason", 500)), "已取消会审")


_STEPS: dict[str, Reading] = {
    "decline": _decline,
    "delegate": _delegate,
    "sign": _sign,
    "adjourn": _adjourn,
    "resume": _resume,
    "close": _close,
    "cancel": _cancel,
}


def _show(request: HttpRequest, no: str, *, refusal: Refusal | None = None) -> HttpResponse:
    sheet = sheet_of(request, no)
    told = {
        "cards": meeting_cards(sheet.case, request),
        "words": [(one, Conclusion(one).label) for one in conclusions_of(norms_of(sheet.case))],
        "typed": request.POST,
        "refusal": refusal,
        "decision": None,
        "barred_why": "",
    }
    context = context_of(request, sheet) | told
    return render(request, "office/asked/meetings.html", context, status=422 if refusal else 200)
