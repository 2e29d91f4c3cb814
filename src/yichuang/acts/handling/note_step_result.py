"""特殊环节结果登记: what an approved special step found; the step ends with it, on time or before."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.cases.steps import STEPS, told_beside
from yichuang.rules.steps.discretionary import may_note_result
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StepResult:
    """Of which step, and what it found."""

    on: On
    stage_id: UUID
    result: str


@case_act(verb="case.step_result_noted", beside=STEPS)
def note_step_result(case: CaseFile, wish: StepResult, ctx: Context) -> Work:
    """Put the result of the step beside its approval; from today on the step is over.

    Basis: S3-附件一(三)3
    """
    steps = [stage for stage in case.stages if stage.kind == StageKind.SPECIAL_STEP]
    stage = next((one for one in steps if one.id == wish.stage_id), None)
    may_note_result(stage, ctx.today).raise_if_refused()
    assert stage is not None
    if not wish.result.strip():
        raise Refused("step_result_missing", "S3-附件一(三)3")
    told = dict(told_beside(case, stage.id))
    kept = {**told, "result": wish.result.strip(), "ended_on": ctx.today.isoformat()}
    change = Change(Stage, stage.id, {"effect": Effect.RESULTED.value, "particulars": kept})
    return Work(change=(change,), facts={"stage": stage.id, "step": told.get("step", ""), "ended_on": ctx.today})
