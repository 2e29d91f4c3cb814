"""撤回征询: the asker takes the question back; a countersign that waited behind it opens."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.consulting.ask import lead_only
from yichuang.acts.consulting.asked import asked_stage, next_in_turn
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.models import Effect, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Recall:
    """Which question is taken back, and why."""

    on: On
    stage_id: UUID
    reason: str


@case_act(verb="case.ask_recalled")
def recall(case: CaseFile, wish: Recall, ctx: Context) -> Work:
    """End the stage without a conclusion; the reason stays on record.

    Basis: S0b-12, XKF-34.1
    """
    stage = asked_stage(case, wish.stage_id)
    lead_only(case, stage.kind, ctx)
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-34.1")
    ended = Change(Stage, stage.id, {"done_at": ctx.at, "effect": Effect.RECALLED.value})
    return Work(
        change=(ended, *next_in_turn(case, stage, ctx)),
        facts={"stage": stage.id},
        payload={"reason": wish.reason.strip()},
    )
