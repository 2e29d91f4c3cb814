"""答复不举行会审: the lead department decides not to hold the meeting that the applicant asked for."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.sessions import found
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import Meeting, MeetingState
from yichuang.records.meetings.queries import MEETINGS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class MeetingRefusal:
    """Which request, and why no meeting is held; the applicant reads it."""

    on: On
    meeting_id: UUID
    reason: str


@case_act(verb="case.meeting_declined", beside=MEETINGS)
def decline_meeting(case: CaseFile, wish: MeetingRefusal, ctx: Context) -> Work:
    """Answer the request; whether to meet is for the lead department to decide.

    Basis: S0h-三.10
    """
    meeting = found(case, wish.meeting_id, MeetingState.REQUESTED)
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0h-三.10")
    row = {"state": MeetingState.DECLINED.value, "answer": wish.reason.strip()}
    return Work(change=(Change(Meeting, meeting.row.id, row),), payload={"reason": wish.reason.strip()})
