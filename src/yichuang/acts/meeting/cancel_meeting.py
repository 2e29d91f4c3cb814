"""取消会审: a called meeting will not be held, or not go on; the applicant reads why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.sessions import found
from yichuang.records.cases.models import Effect, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import Meeting, MeetingState
from yichuang.records.meetings.queries import MEETINGS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Which meeting, and why."""

    on: On
    meeting_id: UUID
    reason: str


@case_act(verb="case.meeting_cancelled", beside=MEETINGS)
def cancel_meeting(case: CaseFile, wish: Cancellation, ctx: Context) -> Work:
    """End the meeting without minutes; seats that nobody signed end without a conclusion.

    Basis: S0h-三.5, S0h-三.10
    """
    meeting = found(case, wish.meeting_id, MeetingState.CALLED, MeetingState.ADJOURNED)
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0h-三.10")
    row = {"state": MeetingState.CANCELLED.value, "answer": wish.reason.strip()}
    ended = {"done_at": ctx.at, "effect": Effect.RECALLED.value}
    waits = [Change(Stage, seat.stage_id, ended) for seat in meeting.seats if not seat.signed_at]
    return Work(
        change=(Change(Meeting, meeting.row.id, row), *waits),
        facts={"meeting": meeting.row.id},
        payload={"reason": wish.reason.strip()},
    )
