"""要求听证: the applicant or an interested party asks for a hearing within the days the law gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Effect, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.models import Hearing, HearingOrigin
from yichuang.records.ids import new_id
from yichuang.rules.hearing.hearings import hold_by, may_request
from yichuang.rules.permissions import is_own


@dataclass(frozen=True, slots=True)
class HearingRequest:
    """Who asks: the applicant (empty name), or an interested party by name; and why."""

    on: On
    requester: str = ""
    reason: str = ""


@case_act(verb="case.hearing_requested")
def request_hearing(case: CaseFile, wish: HearingRequest, ctx: Context) -> Work:
    """Take the request in: from today on the office has the days of the norm to hold the hearing. It costs nothing.

    Basis: XKF-47.1, XKF-47.2
    """
    norms = norms_of(case)
    waiting = case.stage(StageKind.HEARING) is not None
    own = not wish.requester.strip() or is_own(ctx.officer, place_of(case))
    days, waived = told_days(case, own=own), own and applicant_waived(case)
    may_request(days, ctx.today, norms, waiting=waiting, waived=waived).raise_if_refused()
    latest = hold_by(ctx.today, norms, ctx.directory.calendar(case.profile))
    stage = open_stage(case, StageKind.HEARING.value, ctx, due_on=latest, asked_by_id=ctx.officer.user_id)
    row = hearing_row(case, stage) | {
        "origin": (HearingOrigin.APPLICANT if own else HearingOrigin.PARTY).value,
        "requester": case.applicant_name if own else wish.requester.strip(),
        "requested_on": ctx.today, "hold_by": latest,
    }  # fmt: skip
    return Work(add=(stage, Row(Hearing, row)), facts={"hold_by": latest}, payload={"reason": wish.reason})


def told_days(case: CaseFile, *, own: bool) -> list[date]:
    """Return the last days to ask for a hearing, by notice given: the applicant was told with the first one only.

    Basis: XKF-47.1
    """
    told = [stage for stage in case.stages if stage.kind == StageKind.INTERESTED and stage.due_on]
    if own:
        return [stage.due_on for stage in told[:1] if stage.due_on]
    return [stage.due_on for stage in told if stage.due_on and stage.effect != Effect.WAIVED]


def applicant_waived(case: CaseFile) -> bool:
    """Say whether the applicant gave up the hearing in writing.  Basis: XKF-47.1"""
    return any(stage.kind == StageKind.HEARING_WAIVER for stage in case.stages)


def waived_by(case: CaseFile, stage_id: UUID) -> bool:
    """Say whether the interested party of that step gave up the hearing in writing.  Basis: XKF-47.1"""
    return any(stage.id == stage_id and stage.effect == Effect.WAIVED for stage in case.stages)


def hearing_row(case: CaseFile, stage: Row) -> dict[str, object]:
    """Return the columns of a hearing of which nothing is settled yet."""
    return {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "stage_id": stage.values["id"],
        "origin": HearingOrigin.EX_OFFICIO.value, "requester": "", "requested_on": None, "hold_by": None,
        "called_on": None, "on": None, "time": "", "place": "", "topic": "", "public": True, "closed_reason": "",
        "chair_id": None, "held_on": None, "record": "", "signed": [],
    }  # fmt: skip
