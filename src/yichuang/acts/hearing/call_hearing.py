"""通知听证: day, place and chair of a hearing are settled, told early enough, and announced where it is public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.hearing.request_hearing import hearing_row
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered, slip
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import open_hearing, parties_of
from yichuang.rules.hearing.hearings import at_hour, may_call, may_chair
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class HearingCall:
    """When, where, about what, under whose chair; a hearing that is not public says why."""

    on: On
    day: date
    time: str
    place: str
    topic: str
    chair_id: UUID | None
    public: bool = True
    closed_reason: str = ""


@case_act(verb="case.hearing_called")
def call_hearing(case: CaseFile, wish: HearingCall, ctx: Context) -> Work:
    """Call the hearing that was asked for, or one by the office's own motion (依职权); call again to move it.

    Basis: XKF-46, XKF-47.1, XKF-48.1
    """
    if not (wish.time.strip() and wish.place.strip() and wish.topic.strip()):
        raise Refused("hearing_place_missing", "XKF-48.1(1)")
    at_hour(wish.time).raise_if_refused()
    if not wish.public and not wish.closed_reason.strip():
        raise Refused("hearing_closed_reason", "XKF-48.1(2)")
    known, norms = open_hearing(case.region_code, case.id), norms_of(case)
    latest = known.hold_by if known else None
    calendar = ctx.directory.calendar(case.profile)
    may_call(wish.day, ctx.today, norms, calendar, latest=latest).raise_if_refused()
    may_chair(wish.chair_id, reviewers_of(case), norms).raise_if_refused()
    if wish.chair_id not in ctx.directory.names:
        raise Refused("chair_missing", "XKF-48.1(3)")
    settled: dict[str, Any] = {
        "called_on": ctx.today, "on": wish.day, "time": wish.time, "place": wish.place, "topic": wish.topic,
        "public": wish.public, "closed_reason": wish.closed_reason, "chair_id": wish.chair_id,
    }  # fmt: skip
    fields: dict[str, Any] = {
        "day": wish.day, "time": wish.time, "place": wish.place, "topic": wish.topic, "public_hearing": wish.public,
        "closed_reason": wish.closed_reason, "chair": ctx.directory.names[wish.chair_id],
    }  # fmt: skip
    subject, no = about(case, ctx), f"{case.no}-{case.ledger_seq + 1}"
    papers = [numbered(DocumentKind.HEARING_NOTICE, subject, ctx, **fields), *_told_parties(case, ctx, fields)]
    if wish.public:
        papers.append(slip(DocumentKind.HEARING_ANNOUNCEMENT, no, subject, ctx, **fields))
    late = latest is not None and wish.day > latest
    facts = {"day": wish.day, "public": wish.public} | ({"late": True} if late else {})
    if known is not None:
        moved = (Change(Hearing, known.id, settled), Change(Stage, known.stage_id, {"starts_on": wish.day}))
        return Work(change=moved, papers=tuple(papers), facts=facts)
    stage = open_stage(case, StageKind.HEARING.value, ctx, due_on=wish.day, starts_on=wish.day)
    row = Row(Hearing, hearing_row(case, stage) | settled)
    return Work(add=(stage, row), papers=tuple(papers), facts=facts)


def _told_parties(case: CaseFile, ctx: Context, fields: Mapping[str, Any]) -> list[Paper]:
    """Return a notice for each interested party who was told of the case; the applicant doesn't see whom.

    Basis: XKF-48.1(1)
    """
    if not any(stage.kind == StageKind.INTERESTED and stage.due_on for stage in case.stages):
        return []
    subject, applicant = about(case, ctx), case.applicant_name
    letters = [
        numbered(
            DocumentKind.HEARING_NOTICE, replace(subject, applicant=party.name), ctx, applicant_name=applicant, **fields
        )
        for party in parties_of(case.region_code, case.id)
    ]  # fmt: skip
    return [replace(letter, public=False) for letter in letters]


def reviewers_of(case: CaseFile) -> frozenset[UUID | None]:
    """Return who reviews or reviewed the application: none of them chairs its hearing.

    Basis: XKF-48.1(3)
    """
    reviewed = {stage.assignee_id for stage in case.stages if stage.kind == StageKind.REVIEW}
    return frozenset((reviewed | {case.handler_id}) - {None})
