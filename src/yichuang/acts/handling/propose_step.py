"""报审特殊环节: the agency asks the centre for a special step that no law asks for; the clock runs on."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import lawful_steps
from yichuang.records.catalogue.versions import version_of
from yichuang.rules.steps.discretionary import Step, may_propose
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StepProposal:
    """Which step, from which day to which, and why it is necessary."""

    on: On
    step: Step
    reason: str


@case_act(verb="case.step_proposed")
def propose_step(case: CaseFile, wish: StepProposal, ctx: Context) -> Work:
    """Open the stage in which the centre approves the step; its days lie inside the statutory limit.

    Basis: S3-附件一(三)2, S3-附件一(三)3
    """
    lawful = lawful_steps(version_of(case.item_version_id))
    may_propose(
        wish.step, lawful=lawful, pending=case.stage(StageKind.SPECIAL_STEP) is not None, today=ctx.today,
        due_on=case.due_on or case.promised_due_on, norms=norms_of(case),
    ).raise_if_refused()  # fmt: skip
    if not wish.reason.strip():
        raise Refused("step_need_missing", "S3-附件一(三)2")
    row = open_stage(
        case, StageKind.SPECIAL_STEP.value, ctx, asked_by_id=ctx.officer.user_id, starts_on=wish.step.begins,
        due_on=wish.step.ends, question=wish.reason.strip(), particulars={"step": wish.step.kind},
    )  # fmt: skip
    return Work(add=(row,), facts={"step": wish.step.kind}, payload={"reason": wish.reason.strip()})
