"""中止会审: a session ends without the end of the meeting; it goes on another day."""

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
class Adjournment:
    """Which meeting, and why it can't be ended today."""

    on: On
    meeting_id: UUID
    reason: str


@case_act(verb="case.meeting_adjourned", beside=MEETINGS)
def adjourn_meeting(case: CaseFile, wish: Adjournment, ctx: Context) -> Work:
    """Adjourn; what was signed stays signed.

    Basis: S0h-三.6
    """
    meeting = found(case, wish.meeting_id, MeetingState.CALLED)
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0h-三.6")
    *before, last = meeting.row.sessions
    sessions = [*before, dict(last) | {"adjourned": wish.reason.strip()}]
    row = {"state": MeetingState.ADJOURNED.value, "sessions": sessions}
    return Work(
        change=(Change(Meeting, meeting.row.id, row),),
        facts={"meeting": meeting.row.id},
        payload={"reason": wish.reason.strip()},
    )
