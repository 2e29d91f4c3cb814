"""移交: a case goes from its handler to somebody of the same post; nobody's absence delays it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import CaseState, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions
from yichuang.rules.staff import passing_on
from yichuang.rules.verdict import Refused

_STEPS = {
    CaseState.REVIEWING: StageKind.REVIEW,
    CaseState.VERIFYING: StageKind.VERIFICATION,
    CaseState.DECIDING: StageKind.DECISION,
}


@dataclass(frozen=True, slots=True)
class CaseHandOver:
    """Which case goes to whom, and why."""

    on: On
    to: UUID
    reason: str


@case_act(verb="case.handed_over")
def hand_over(case: CaseFile, wish: CaseHandOver, ctx: Context) -> Work:
    """Put another officer's name on the open stage and on the case.

    Basis: S1-四2, S1-一审一核
    """
    stage = case.stage(_STEPS[CaseState(case.state)])
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    passing_on.may_hand_over(case.handler_id, _receiver(case, wish.to, ctx), ctx.officer).raise_if_refused()
    if not wish.reason.strip():
        raise Refused("reason_missing", "S1-四2")
    return Work(
        set={"handler_id": wish.to},
        change=(Change(Stage, stage.id, {"assignee_id": wish.to}),),
        payload={"reason": wish.reason, "to": ctx.directory.names.get(wish.to, "")},
    )


def _receiver(case: CaseFile, to: UUID, ctx: Context) -> passing_on.Receiver:
    there, norms = ctx.directory.officer(to, ctx.today), norms_of(case)
    reviewed = case.last(StageKind.REVIEW)
    checks = case.state != CaseState.REVIEWING and norms.flag("separate_signatures")
    return passing_on.Receiver(
        user_id=to,
        entitled=permissions.may_take(case.state, there, place_of(case), norms).allowed,
        away=ctx.directory.roster.away(to, ctx.today),
        did_before=bool(checks and reviewed and reviewed.assignee_id == to),
    )
