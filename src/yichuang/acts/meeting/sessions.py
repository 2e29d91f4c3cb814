"""Sessions of a meeting (会审场次): when, where, told in time; and finding the meeting that an act is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import norms_of
from yichuang.acts.context import ZONE, Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.meetings.models import MeetingState
from yichuang.records.meetings.queries import MeetingFile, meetings_beside
from yichuang.rules.meeting.calling import begins_later, may_notify
from yichuang.rules.verdict import Refused

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Session:
    """One session: day, time of day (09:30), place; `waiver` says how the applicant did without the time before."""

    on: date
    time: str
    place: str
    waiver: str = ""


def session_row(case: CaseFile, session: Session, ctx: Context, waiver: str = "") -> dict[str, Any]:
    """Return the session as the meeting keeps it. Raises Refused where it is no lawful date.

    Basis: S0h-三.11
    """
    if not _CLOCK.fullmatch(session.time) or not session.place.strip():
        raise Refused("meeting_place_missing", "S0h-三.11")
    begins_later(session.on, session.time, ctx.at.astimezone(ZONE)).raise_if_refused()
    waived = session.waiver.strip() or waiver
    calendar = ctx.directory.calendar(case.profile)
    may_notify(session.on, ctx.today, norms_of(case), calendar, waived=bool(waived)).raise_if_refused()
    return {
        "on": session.on.isoformat(), "time": session.time, "place": session.place.strip(),
        "told_on": ctx.today.isoformat(), "waiver": waived,
    }  # fmt: skip


def meeting_notice(case: CaseFile, session: dict[str, Any], ctx: Context, **more: Any) -> Paper:
    """Return the notice to the applicant (会审通知书): when, where, his right to attend, and that it costs nothing.

    Basis: S0h-三.11, S0h-三.12, S0h-三.13
    """
    norms = norms_of(case)
    local, free = norms.get("meeting_notice_limit"), norms.get("meeting_free")
    return numbered(
        DocumentKind.MEETING_NOTICE, about(case, ctx), ctx, basis=local.basis if local else "",
        held_on=date.fromisoformat(session["on"]), held_at=session["time"], place=session["place"],
        free=free is not None and free.value is True, **more,
    )  # fmt: skip


def found(case: CaseFile, meeting_id: UUID, *states: MeetingState) -> MeetingFile:
    """Return the meeting of the case, in one of the states. Raises Refused."""
    meeting = next((one for one in meetings_beside(case) if one.row.id == meeting_id), None)
    if meeting is None:
        raise Refused("no_meeting", "S0h-三.1")
    if meeting.row.state not in states:
        raise Refused("meeting_state", "S0h-三.6", {"meeting_state": meeting.row.state})
    return meeting


def begun(case: CaseFile, meeting_id: UUID, ctx: Context) -> MeetingFile:
    """Return the called meeting whose session is today or was. Raises Refused."""
    meeting = found(case, meeting_id, MeetingState.CALLED)
    if meeting.row.held_on is not None and ctx.today < meeting.row.held_on:
        raise Refused("meeting_not_begun", "S0h-三.8", {"on": meeting.row.held_on})
    return meeting
