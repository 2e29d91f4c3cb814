"""结束会审: the lead closes the meeting with minutes; who was absent or silent is judged by the norms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.joint.nodes import terms_of_part
from yichuang.acts.joint.reported import reported
from yichuang.acts.meeting.minutes import Ending, minutes
from yichuang.acts.meeting.sessions import begun
from yichuang.acts.meeting.sheets import sheets
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.records.meetings.models import Meeting, MeetingState, Seat
from yichuang.records.meetings.queries import MEETINGS, SeatView
from yichuang.rules.joint.part_clock import lapsed
from yichuang.rules.meeting.calling import may_miss
from yichuang.rules.meeting.concluding import SeatEnd, end_of_seat
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes say; `present` who came without signing; `despite` closes over missing conclusions."""

    on: On
    meeting_id: UUID
    summary: str
    applicant_words: str = ""
    expert_words: str = ""
    divided: bool = False
    present: frozenset[UUID] = frozenset()
    despite: bool = False


@case_act(verb="case.meeting_closed", beside=MEETINGS)
def close_meeting(case: CaseFile, wish: Minutes, ctx: Context) -> Work:
    """Close the meeting: minutes on paper, seats without a signature by the norms, joint parts concluded with it.

    Basis: S0b-14, S0b-17, S0h-二(三)1, S0h-三.8, S0h-三.12
    """
    meeting, norms = begun(case, wish.meeting_id, ctx), norms_of(case)
    if not wish.summary.strip():
        raise Refused("minutes_missing", "S0b-14")
    open_seats = [seat for seat in meeting.seats if not seat.signed_at]
    if any(seat.department_id in wish.present for seat in open_seats) and not wish.despite:
        raise Refused("meeting_conclusions_missing", "S0h-三.8")
    if meeting.row.held_on and any(seat.department_id not in wish.present for seat in open_seats):
        clock = str(meeting.row.sessions[-1]["time"])
        may_miss(meeting.row.held_on, clock, ctx.at.astimezone(ZONE)).raise_if_refused()
    ends = [Ending(seat, end_of_seat(_said(seat, seat.department_id in wish.present), norms)) for seat in meeting.seats]
    row = {
        "state": MeetingState.CLOSED.value, "closed_at": ctx.at, "divided": wish.divided,
        "summary": wish.summary.strip(), "applicant_words": wish.applicant_words.strip(),
        "expert_words": wish.expert_words.strip(),
    }  # fmt: skip
    first = norms.get("major_case_report_first")
    report = wish.divided and first is not None and first.value is True and not case.stage(StageKind.HEAD_REPORT)
    parts = [(one, part) for one in ends if (part := _part(case, one, ctx)) is not None]
    return Work(
        change=(Change(Meeting, meeting.row.id, row), *_ended(case, ends, ctx)),
        add=(*((open_stage(case, StageKind.HEAD_REPORT.value, ctx),) if report else ()), *_reported(case, ends, ctx)),
        papers=(minutes(case, meeting.row, row, ends, ctx), *sheets(case, parts, ctx)),
        facts={"meeting": meeting.row.id, "divided": wish.divided},
    )


def _reported(case: CaseFile, ends: Sequence[Ending], ctx: Context) -> Iterator[Row]:
    """Yield what is opened for the parts that concluded with 同意上报: their departments await a reply."""
    for one in ends:
        department = one.seat.department_id
        if _part(case, one, ctx) is not None:
            yield from reported(case, department, one.end.conclusion, ctx)


def _said(seat: SeatView, present: bool) -> SeatEnd:
    return SeatEnd(seat.department_id, seat.conclusion, seat.effect, present or seat.present)


def _ended(case: CaseFile, ends: Sequence[Ending], ctx: Context) -> Iterator[Change]:
    """Yield what closes with the meeting: seats, their stages, and the parts of a joint case (协办审批)."""
    for one in ends:
        seat, end = one.seat, one.end
        said = {"conclusion": end.conclusion, "effect": end.effect}
        if not seat.signed_at:
            yield Change(Seat, seat.id, said | {"present": end.present})
            yield Change(Stage, seat.stage_id, said | {"done_at": ctx.at})
        part = _part(case, one, ctx)
        if part is not None and end.conclusion:
            whole = {"done_at": ctx.at, "opinion": seat.opinion, "assignee_id": seat.delegate_id}
            yield Change(Stage, part.id, said | whole)


def _part(case: CaseFile, one: Ending, ctx: Context) -> StageView | None:
    """Return the part of a joint case that ends with the seat; none where silence had agreed before it was signed.

    Whether a sweep has recorded the silence makes no difference.  Basis: S0h-二(三)1
    """
    part = case.part(StageKind.CO_REVIEW, {one.seat.department_id})
    signed_on = one.seat.signed_at.astimezone(ZONE).date() if one.seat.signed_at else ctx.today
    if part is None or lapsed(part.due_on, terms_of_part(case, part.department_id, ctx), signed_on):
        return None
    return part
