"""委派会审代表: an invited department names who sits for it; whoever signs must be that one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.meeting.inviting import delegate_of
from yichuang.acts.meeting.sessions import found
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import MeetingState, Seat
from yichuang.records.meetings.queries import MEETINGS, MeetingFile, SeatView
from yichuang.rules.permissions import OFFICE
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who is sent to which meeting."""

    on: On
    meeting_id: UUID
    delegate_id: UUID


@case_act(verb="case.delegate_named", beside=MEETINGS)
def name_delegate(case: CaseFile, wish: Delegation, ctx: Context) -> Work:
    """Put the delegate on the seat of the officer's department; he must hold an approval post there.

    Basis: S0h-三.1, S0h-三.2
    """
    meeting = found(case, wish.meeting_id, MeetingState.CALLED, MeetingState.ADJOURNED)
    seat = own_seat(meeting, ctx)
    delegate_of(seat.department_id, wish.delegate_id, max(meeting.row.held_on or ctx.today, ctx.today), ctx)
    named = Change(Seat, seat.id, {"delegate_id": wish.delegate_id})
    work = Change(Stage, seat.stage_id, {"assignee_id": wish.delegate_id})
    return Work(change=(named, work), facts={"meeting": meeting.row.id})


def own_seat(meeting: MeetingFile, ctx: Context) -> SeatView:
    """Return the unsigned seat of the officer's department. Raises Refused."""
    departments = frozenset(
        grant.department_id for grant in ctx.officer.grants if grant.department_id and grant.role in OFFICE
    )
    seat = meeting.seat(departments)
    if seat is None:
        raise Refused("no_seat", "S0h-三.1")
    if seat.signed_at is not None:
        raise Refused("seat_signed_already", "S0h-三.8")
    return seat
