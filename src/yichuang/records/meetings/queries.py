"""Reading meetings (会审): of one case, always within its region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.records.meetings.models import Meeting, Seat


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting as an act or a page sees it."""

    id: UUID
    state: str
    requested_at: datetime | None
    request: str
    wanted: Sequence[str]
    waiver: str
    answer: str
    chair_id: UUID | None
    chair_named: str
    called_at: datetime | None
    sessions: Sequence[Mapping[str, Any]]
    held_on: date | None
    prereview: bool
    materials: str
    experts: str
    applicant_words: str
    expert_words: str
    summary: str
    divided: bool
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat as an act or a page sees it."""

    id: UUID
    meeting_id: UUID
    stage_id: UUID
    department_id: UUID
    by_letter: bool
    delegate_id: UUID | None
    present: bool
    conclusion: str
    effect: str
    opinion: str
    later_materials: str
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting with its seats."""

    row: MeetingView
    seats: Sequence[SeatView]

    def seat(self, departments: frozenset[UUID]) -> SeatView | None:
        """Return the seat of one of the departments, one not yet signed first."""
        mine = [seat for seat in self.seats if seat.department_id in departments]
        return next((seat for seat in mine if not seat.signed_at), mine[0] if mine else None)


def meetings_of(region_code: str, case_id: UUID) -> list[MeetingFile]:
    """Return the meetings of a case in their order, each with its seats. Two queries, one where there is none."""
    found = Meeting.objects.filter(region_code=region_code, case_id=case_id).order_by("id")
    rows = [MeetingView(**row) for row in found.values(*_names(MeetingView))]
    if not rows:
        return []
    seated = Seat.objects.filter(region_code=region_code, case_id=case_id).order_by("id")
    seats = [SeatView(**row) for row in seated.values(*_names(SeatView))]
    return [MeetingFile(row, [seat for seat in seats if seat.meeting_id == row.id]) for row in rows]


def meeting_of(region_code: str, case_id: UUID, meeting_id: UUID) -> MeetingFile | None:
    """Return one meeting of a case, or None."""
    return next((one for one in meetings_of(region_code, case_id) if one.row.id == meeting_id), None)


def _names(view: Any) -> list[str]:
    return [field.name for field in fields(view)]
