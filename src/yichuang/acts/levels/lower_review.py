"""下级初审: a lower level gives its opinion on an upward case, or the next level signs for it (代签)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.levels.steps import department_at, departments_of, opened, steps_done, way_of_case
from yichuang.records.cases.models import Conclusion, Effect, StageKind
from yichuang.records.cases.reading import CaseFile, StageView
from yichuang.rules.levels.route import FORWARD, LOWER, Step
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LowerReview:
    """The level's conclusion and opinion; `ground` is what a signature on another's behalf rests on (代签依据)."""

    on: On
    agree: bool
    opinion: str
    ground: str = ""


@case_act(verb="case.lower_reviewed")
def lower_review(case: CaseFile, wish: LowerReview, ctx: Context) -> Work:
    """Close the level's review; the next lower level follows, or the forwarding. Nobody is denied at a lower level.

    Basis: XKF-43, XKF-35, S3-附件二(二)2, S0g-(二)1, S0g-(二)2
    """
    stage, number = case.stage(StageKind.LOWER_REVIEW), steps_done(case)
    step = way_of_case(case).at(number)
    if stage is None or step is None:
        raise Refused("no_open_stage", "XKF-43")
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "XKF-43")
    behalf = stage.department_id not in departments_of(ctx.officer, "case.lower_reviewed")
    if behalf:
        _may_sign_for(case, stage, step, wish.ground, ctx)
    conclusion = Conclusion.AGREE if wish.agree else Conclusion.DISAGREE
    signed = {"effect": Effect.BEHALF.value, "particulars": {"ground": wish.ground}} if behalf else {}
    follows = way_of_case(case).at(number + 1)
    here = stage.department_id if follows and follows.kind == FORWARD else None
    return Work(
        set={"handler_id": None},
        change=(close_stage(stage, conclusion.value, ctx, opinion=wish.opinion, **signed),),
        add=(opened(case, number + 1, ctx, department_id=here),),
        facts={"ground": wish.ground} if behalf else {},
    )


def _may_sign_for(case: CaseFile, stage: StageView, step: Step, ground: str, ctx: Context) -> None:
    """Refuse a signature for another level where item or norms don't know it, without ground, or from too far.

    Basis: S0g-(二)1
    """
    norms, level = norms_of(case), ctx.directory.departments[stage.department_id].name
    if _above(case, ctx) not in departments_of(ctx.officer, "case.lower_reviewed"):
        raise Refused("not_your_level", "XKF-35", {"level": level})
    if not (step.behalf and _flag(norms, "behalf_signing")):
        raise Refused("behalf_not_allowed", "XKF-43", {"level": level})
    if ground not in norms.choices("behalf_grounds"):
        raise Refused("behalf_ground_missing", norms.basis("behalf_grounds"))


def _above(case: CaseFile, ctx: Context) -> UUID:
    """Return the department that may sign for the present level: the next lower one, else the case's own."""
    follows = way_of_case(case).at(steps_done(case) + 1)
    if follows is not None and follows.kind == LOWER:
        above: UUID = department_at(follows, case, ctx.directory).id
    else:
        above = case.department_id
    return above


def _flag(norms: Norms, name: str) -> bool:
    norm = norms.get(name)
    return norm is not None and norm.value is True
