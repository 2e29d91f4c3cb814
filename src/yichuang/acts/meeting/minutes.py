"""会审纪要: what the minutes contain; they are a basis of the decision and go into the archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.meetings.queries import MeetingView, SeatView
from yichuang.rules.meeting.concluding import SeatEnd


@dataclass(frozen=True, slots=True)
class Ending:
    """A seat and how it ends."""

    seat: SeatView
    end: SeatEnd


def minutes(
    case: CaseFile, meeting: MeetingView, row: Mapping[str, Any], ends: Sequence[Ending], ctx: Context
) -> Paper:
    """Return the minutes: sessions, chair, who came, what applicant and experts said, every department's conclusion.

    Basis: S0b-14, S0h-三.8, S0h-三.12
    """
    names = ctx.directory.names
    chair = names.get(meeting.chair_id, "") if meeting.chair_id else ""
    paper = numbered(
        DocumentKind.MEETING_MINUTES, about(case, ctx), ctx, basis="S0b-14" if row["divided"] else "",
        sessions=[dict(one) for one in meeting.sessions], chair=chair,
        chair_named=meeting.chair_named, experts=meeting.experts, materials=meeting.materials,
        applicant_words=row["applicant_words"], expert_words=row["expert_words"], summary=row["summary"],
        divided=row["divided"], prereview=meeting.prereview, seats=[_told(one, ctx) for one in ends],
    )  # fmt: skip
    return replace(paper, public=False)


def _told(one: Ending, ctx: Context) -> dict[str, Any]:
    seat = one.seat
    return {
        "department": ctx.directory.departments[seat.department_id].name,
        "delegate": ctx.directory.names.get(seat.delegate_id, "") if seat.delegate_id else "",
        "present": one.end.present, "signed": seat.signed_at is not None, "conclusion": one.end.conclusion,
        "effect": one.end.effect, "opinion": seat.opinion, "later_materials": seat.later_materials,
    }  # fmt: skip
