"""认领: an officer takes over the open stage of a case."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.signing import two_persons_handle
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions
from yichuang.rules.verdict import Refused

_STEPS = (StageKind.REFUSAL, StageKind.REVIEW, StageKind.VERIFICATION, StageKind.DECISION)  # the lead's own


@dataclass(frozen=True, slots=True)
class Claim:
    """Which case is taken over."""

    on: On


@case_act(verb="case.claimed")
def claim(case: CaseFile, wish: Claim, ctx: Context) -> Work:
    """Put the officer's name on the open stage and on the case; only who can sign the step may take it.

    Basis: XKF-34.1, S1-岗位责任制, S1-一审一核
    """
    stage = next((stage for stage in case.stages if not stage.done and stage.kind in _STEPS), None)
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    if stage.assignee_id == ctx.officer.user_id:
        raise Refused("already_yours", "XKF-34.1")
    permissions.may_take(case.state, ctx.officer, place_of(case), norms_of(case)).raise_if_refused()
    if stage.kind == StageKind.VERIFICATION or (stage.kind == StageKind.DECISION and _apart(case)):
        two_persons_handle(permissions.STEP_ACT[case.state], case, ctx)
    mine = {"assignee_id": ctx.officer.user_id}
    return Work(set={"handler_id": ctx.officer.user_id}, change=(Change(Stage, stage.id, mine),))


def _apart(case: CaseFile) -> bool:
    return norms_of(case).flag("separate_signatures")
