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
from yichuang.rules.steps.results import may_give_up, may_note_result
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StepResult:
    """Of which step, and what it found; or why the department does without it after all (不再进行)."""

    on: On
    stage_id: UUID
    result: str
    given_up: bool = False


@case_act(verb="case.step_result_noted", beside=STEPS)
def note_step_result(case: CaseFile, wish: StepResult, ctx: Context) -> Work:
    """Put the result of the step beside its approval; from today on the step is over.

    A step that is not held any more ends the same way, with the reasons in place of the result.
    Basis: S3-附件一(三)3
    """
    steps = [stage for stage in case.stages if stage.kind == StageKind.SPECIAL_STEP]
    stage = next((one for one in steps if one.id == wish.stage_id), None)
    (may_give_up(stage) if wish.given_up else may_note_result(stage, ctx.today)).raise_if_refused()
    assert stage is not None
    if not wish.result.strip():
        raise Refused("step_reason_missing" if wish.given_up else "step_result_missing", "S3-附件一(三)3")
    told = dict(told_beside(case, stage.id))
    kept = {**told, "result": wish.result.strip(), "ended_on": ctx.today.isoformat()}
    effect = Effect.RECALLED if wish.given_up else Effect.RESULTED
    ended = {"effect": effect.value, "particulars": kept} | ({} if stage.done else {"done_at": ctx.at})
    facts = {"stage": stage.id, "step": told.get("step", ""), "ended_on": ctx.today}
    given_up = {"given_up": True} if wish.given_up else {}
    return Work(change=(Change(Stage, stage.id, ended),), facts=facts | given_up)
