"""The meetings of a case as its applicant sees them (会审): when and where, and that he may attend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import norms_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.meetings.models import MeetingState
from yichuang.records.meetings.queries import MeetingFile, meetings_of
from yichuang.rules import transitions
from yichuang.rules.meeting.calling import invites_requests

_WORDS = {
    MeetingState.REQUESTED: "已请求，等主办部门答复",
    MeetingState.DECLINED: "主办部门答复不举行",
    MeetingState.CALLED: "您有权参加",
    MeetingState.ADJOURNED: "会审中止，择日继续，时间另行通知",
    MeetingState.CLOSED: "已结束",
    MeetingState.CANCELLED: "已取消",
}


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    """One meeting: how it stands, its last session, who takes part."""

    state: str
    words: str
    answer: str
    session: Mapping[str, Any]
    day: date | None
    departments: str


def own_meetings(case: CaseFile, request: HttpRequest) -> list[OwnMeeting]:
    """Return the meetings of a case, latest first."""
    return [_told(one, request) for one in reversed(meetings_of(case.region_code, case.id))]


def may_request(case: CaseFile) -> bool:
    """Return whether the applicant is shown the request form."""
    allowed = transitions.may("case.meeting_requested", case.state, kind=case.kind, paused=case.paused).allowed
    return allowed and invites_requests(norms_of(case), joint=case.kind == CaseKind.JOINT)


def _told(one: MeetingFile, request: HttpRequest) -> OwnMeeting:
    departments = request.directory.departments
    last = one.row.sessions[-1] if one.row.sessions else {}
    names = [departments[seat.department_id].name for seat in one.seats]
    return OwnMeeting(
        one.row.state, _WORDS[MeetingState(one.row.state)], one.row.answer, last,
        date.fromisoformat(last["on"]) if last else None, "、".join(names),
    )  # fmt: skip
