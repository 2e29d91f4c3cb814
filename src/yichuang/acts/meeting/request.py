"""请求会审: the applicant asks in writing for a joint review meeting and names the departments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.reading import CaseFile
from yichuang.records.ids import new_id
from yichuang.records.meetings.models import Meeting, MeetingState
from yichuang.records.meetings.queries import MEETINGS, meetings_beside
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class MeetingRequest:
    """Why, with which departments; `waived`: the applicant does without the notice days before."""

    on: On
    words: str
    departments: tuple[UUID, ...] = ()
    waived: bool = False


@case_act(verb="case.meeting_requested", beside=MEETINGS)
def request_meeting(case: CaseFile, wish: MeetingRequest, ctx: Context) -> Work:
    """Put the request on record; the lead department decides.

    Basis: S0h-三.10
    """
    if not wish.words.strip():
        raise Refused("request_missing", "S0h-三.10")
    if any(department not in ctx.directory.departments for department in wish.departments):
        raise Refused("request_missing", "S0h-三.10")
    if any(one.row.state == MeetingState.REQUESTED for one in meetings_beside(case)):
        raise Refused("meeting_requested_already", "S0h-三.10")
    told = {
        "state": MeetingState.REQUESTED.value, "requested_at": ctx.at, "request": wish.words.strip(),
        "wanted": [str(department) for department in wish.departments],
        "waiver": "申请人在书面请求中同意不提前通知" if wish.waived else "",
    }  # fmt: skip
    return Work(add=(meeting_row(case, **told),))


def meeting_row(case: CaseFile, **more: Any) -> Row:
    """Return the row of a new meeting."""
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "state": MeetingState.CALLED.value,
        "requested_at": None, "request": "", "wanted": [], "waiver": "", "answer": "", "chair_id": None,
        "chair_named": "", "called_at": None, "sessions": [], "held_on": None, "prereview": False, "materials": "",
        "experts": "", "applicant_words": "", "expert_words": "", "summary": "", "divided": False, "closed_at": None,
    }  # fmt: skip
    return Row(Meeting, row | more)
