"""审定特殊环节: the centre, with 审改办 and 效能办, approves a step that no law asks for, or does not."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.cases.steps import STEPS, told_beside
from yichuang.rules.steps.discretionary import fits, may_settle
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StepSettlement:
    """Yes or no (None: neither was chosen), in words; which offices were heard (审改办, 效能办)."""

    on: On
    agree: bool | None
    opinion: str
    consulted: frozenset[str] = frozenset()


@case_act(verb="case.step_settled", beside=STEPS)
def settle_step(case: CaseFile, wish: StepSettlement, ctx: Context) -> Work:
    """Close the stage of the step; an approved one still has to lie inside the limit on the day of approval.

    Basis: S3-附件一(三)2, S3-附件一(三)3
    """
    stage, norms = case.stage(StageKind.SPECIAL_STEP), norms_of(case)
    if stage is None:
        raise Refused("step_none", "S3-附件一(三)2")
    if wish.agree is None:
        raise Refused("step_answer", "S3-附件一(三)2")
    may_settle(ctx.officer.roles(), wish.consulted, agree=wish.agree, norms=norms).raise_if_refused()
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "S3-附件一(三)2")
    if wish.agree and stage.starts_on and stage.due_on:
        due_on = case.due_on or case.promised_due_on
        fits(stage.starts_on, stage.due_on, due_on=due_on, today=ctx.today, norms=norms).raise_if_refused()
    told = {**told_beside(case, stage.id), "consulted": sorted(wish.consulted)}
    conclusion = Conclusion.AGREE if wish.agree else Conclusion.DISAGREE
    done = close_stage(stage, conclusion.value, ctx, opinion=wish.opinion.strip(), particulars=told)
    days = {"begins": stage.starts_on, "ends": stage.due_on} if wish.agree else {}
    return Work(change=(done,), facts={"stage": stage.id, "step": told.get("step", ""), "agreed": wish.agree, **days})
