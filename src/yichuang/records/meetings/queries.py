"""Reading meetings (会审): of one case, always within its region."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import models

from yichuang.records.cases.reading import Beside, CaseFile
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
    return _seated(rows, [SeatView(**row) for row in seated.values(*_names(SeatView))])


def meetings_beside(case: CaseFile) -> list[MeetingFile]:
    """Return the same from a case that was read with MEETINGS beside it; else ask for them."""
    if len(case.beside) != len(MEETINGS):
        return meetings_of(case.region_code, case.id)
    rows, seats = (
        [view(**_values(model, view, row)) for row in found]
        for view, model, found in zip((MeetingView, SeatView), (Meeting, Seat), case.beside, strict=True)
    )
    return _seated(rows, seats)


def meeting_of(region_code: str, case_id: UUID, meeting_id: UUID) -> MeetingFile | None:
    """Return one meeting of a case, or None."""
    return next((one for one in meetings_of(region_code, case_id) if one.row.id == meeting_id), None)


def _seated(rows: Sequence[Any], seats: Sequence[Any]) -> list[MeetingFile]:
    return [MeetingFile(row, [seat for seat in seats if seat.meeting_id == row.id]) for row in rows]


def _names(view: Any) -> list[str]:
    return [field.name for field in fields(view)]


def _columns(view: Any) -> str:
    return ", ".join(f"t.{name}" for name in _names(view))


def _values(model: Any, view: Any, row: Sequence[Any]) -> dict[str, Any]:
    """Return the columns of a row as values: what came as text becomes what the field means."""
    kinds = {field.attname: field.target_field if field.is_relation else field for field in model._meta.concrete_fields}
    return {name: _value(kinds[name], value) for name, value in zip(_names(view), row, strict=True)}


def _value(kind: Any, value: Any) -> Any:
    if isinstance(kind, models.BooleanField):
        return bool(value)
    if not isinstance(value, str):
        return value
    if isinstance(kind, models.UUIDField):
        return UUID(value)
    if isinstance(kind, models.DateTimeField):
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if isinstance(kind, models.DateField):
        return date.fromisoformat(value)
    return json.loads(value) if isinstance(kind, models.JSONField) else value


MEETINGS: Beside = ((_columns(MeetingView), "meetings_meeting"), (_columns(SeatView), "meetings_seat"))
