"""继续会审: the same meeting goes on in another session; the applicant is told again, in time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.sessions import Session, found, meeting_notice, session_row
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import Meeting, MeetingState
from yichuang.records.meetings.queries import MEETINGS


@dataclass(frozen=True, slots=True)
class NextSession:
    """When and where the meeting goes on."""

    on: On
    meeting_id: UUID
    session: Session


@case_act(verb="case.meeting_resumed", beside=MEETINGS)
def resume_meeting(case: CaseFile, wish: NextSession, ctx: Context) -> Work:
    """Add a session to the meeting and send the notice.

    Basis: S0h-三.5, S0h-三.6, S0h-三.11
    """
    meeting = found(case, wish.meeting_id, MeetingState.ADJOURNED)
    session = session_row(case, wish.session, ctx, meeting.row.waiver)
    row = {
        "state": MeetingState.CALLED.value, "held_on": wish.session.on,
        "sessions": [*meeting.row.sessions, session],
    }  # fmt: skip
    names = [ctx.directory.departments[seat.department_id].name for seat in meeting.seats]
    notice = meeting_notice(
        case, session, ctx, departments=names, materials=meeting.row.materials, experts=meeting.row.experts,
        waived=session["waiver"], again=True, prereview=meeting.row.prereview,
    )  # fmt: skip
    waits = [Change(Stage, seat.stage_id, {"due_on": wish.session.on}) for seat in meeting.seats if not seat.signed_at]
    return Work(
        change=(Change(Meeting, meeting.row.id, row), *waits),
        papers=(notice,),
        facts={"meeting": meeting.row.id, "on": wish.session.on, "waived": bool(session["waiver"])},
    )
