"""答复上级: the lower level explains what the upper level asked."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.levels.steps import own_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LowerAnswer:
    """The answer in words."""

    on: On
    answer: str


@case_act(verb="case.lower_answered")
def answer_upper(case: CaseFile, wish: LowerAnswer, ctx: Context) -> Work:
    """Close the question with the answer of the level that was asked.

    Basis: XKF-35
    """
    stage = own_stage(case, StageKind.LOWER_ANSWER, "case.lower_answered", ctx.officer, ctx.directory)
    if stage is None:
        raise Refused("nothing_asked", "XKF-35")
    if not wish.answer.strip():
        raise Refused("opinion_missing", "XKF-35")
    return Work(change=(close_stage(stage, "", ctx, opinion=wish.answer),))
