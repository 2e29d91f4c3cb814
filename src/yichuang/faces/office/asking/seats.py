"""Each meeting as a card (会审卡片): sessions, seats in words, and which forms this officer may use now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.faces.office.asking.doing import people_of
from yichuang.faces.office.asking.rows import MeetingRow, is_lead, meeting_row, own
from yichuang.records.cases.models import Conclusion, Effect
from yichuang.records.cases.reading import CaseFile
from yichuang.records.meetings.models import MeetingState
from yichuang.records.meetings.queries import MeetingFile, SeatView, meetings_of
from yichuang.rules.consulting.asking import kinds_in


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat in words."""

    seat: SeatView
    department: str
    delegate: str
    light: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One meeting: what stands, and what this officer may do. `mine`: the seat of his department, unsigned."""

    row: MeetingRow
    sessions: Sequence[dict[str, Any]]
    seats: Sequence[SeatRow]
    chair: str
    wanted: str
    lead: bool
    begun: bool
    provisional: bool  # the holiday notice of that year is still to come (暂定)
    mine: SeatRow | None
    people: Sequence[tuple[str, str]]

    @property
    def state(self) -> str:
        """Return the state of the meeting."""
        return self.row.file.row.state

    @property
    def open_seats(self) -> list[SeatRow]:
        """Return the seats that nobody signed."""
        return [seat for seat in self.seats if not seat.seat.signed_at]


def meeting_cards(case: CaseFile, request: HttpRequest) -> list[Card]:
    """Return the meetings of a case, latest first."""
    return [_card(one, case, request) for one in reversed(meetings_of(case.region_code, case.id))]


def _card(one: MeetingFile, case: CaseFile, request: HttpRequest) -> Card:
    directory, running = request.directory, bool(kinds_in(case.state))
    seats = [_seat(seat, one, request) for seat in one.seats]
    called = one.row.state in (MeetingState.CALLED, MeetingState.ADJOURNED)
    mine = next((seat for seat in seats if seat.seat.department_id in own(request)), None)
    sits = mine if running and called and mine and not mine.seat.signed_at else None
    names = [directory.departments[d].short_name for d in directory.departments if str(d) in one.row.wanted]
    return Card(
        row=meeting_row(one, request),
        sessions=[{**session, "day": date.fromisoformat(session["on"])} for session in one.row.sessions],
        seats=seats,
        chair=directory.names.get(one.row.chair_id, "") if one.row.chair_id else "",
        wanted="、".join(names),
        lead=running and is_lead(case, request),
        begun=one.row.held_on is not None and one.row.held_on <= request.today,
        provisional=one.row.held_on is not None and directory.calendar(case.profile).provisional(one.row.held_on),
        mine=sits,
        people=people_of(directory, sits.seat.department_id, request.today) if sits else (),
    )


def _seat(seat: SeatView, one: MeetingFile, request: HttpRequest) -> SeatRow:
    directory = request.directory
    name = directory.names.get(seat.delegate_id, "") if seat.delegate_id else ""
    over = one.row.state in (MeetingState.CLOSED, MeetingState.CANCELLED)
    waiting = "—" if over else "待确定参加人员" if seat.by_letter else "未指定"
    light, words = _said(seat, one.row.state)
    return SeatRow(seat, directory.departments[seat.department_id].short_name, name or waiting, light, words)


def _said(seat: SeatView, state: str) -> tuple[str, str]:
    if not seat.conclusion:
        if state == MeetingState.CANCELLED:
            return "pause", "会议已取消"
        if state != MeetingState.CLOSED:
            return "green", "未签署"
        return "no", "到会，未出具结论" if seat.present else "缺席"
    words = str(Conclusion(seat.conclusion).label)
    if seat.effect:
        words += f"（{Effect(seat.effect).label}）"
    return "no" if seat.conclusion == Conclusion.DISAGREE else "done", words
