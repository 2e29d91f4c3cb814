"""撤销重大项目标注: the mark was wrong, or what made the case a major one is gone; said with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Effect, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.consulting.before_decision import may_unmark
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class MajorUnmark:
    """Why the case is not a major one (any more)."""

    on: On
    reason: str


@case_act(verb="case.major_unmarked")
def unmark_major(case: CaseFile, wish: MajorUnmark, ctx: Context) -> Work:
    """End the report that the mark asked for, without one; mark and reason stay on record.

    Basis: S0b-17
    """
    stage = case.stage(StageKind.HEAD_REPORT)
    may_unmark(stage).raise_if_refused()
    assert stage is not None
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0b-17")
    ended = Change(Stage, stage.id, {"done_at": ctx.at, "effect": Effect.RECALLED.value})
    return Work(change=(ended,), facts={"stage": stage.id}, payload={"opinion": wish.reason.strip()})
