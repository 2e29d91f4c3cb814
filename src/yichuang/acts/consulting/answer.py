"""反馈意见: an asked department says yes or no, in words, under the name of its officer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.consulting.asked import asked_stage, next_in_turn
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.consulting.asking import BASIS
from yichuang.rules.permissions import OFFICE
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Answer:
    """Which question, yes or no, and why."""

    on: On
    stage_id: UUID
    agree: bool
    opinion: str


@case_act(verb="case.answered")
def answer(case: CaseFile, wish: Answer, ctx: Context) -> Work:
    """Close the stage of the officer's department; in turn, the next one opens. Late answers count, as late ones.

    Basis: S0b-8, S0b-12, S0b-13, XKF-34.1
    """
    stage = asked_stage(case, wish.stage_id)
    if ctx.officer.grant_in(OFFICE, frozenset({stage.department_id})) is None:
        raise Refused("not_asked", BASIS[stage.kind])
    if stage.starts_on is None:
        raise Refused("not_your_turn", BASIS[stage.kind])
    if not wish.opinion.strip():
        raise Refused("opinion_missing", BASIS[stage.kind])
    conclusion = Conclusion.AGREE if wish.agree else Conclusion.DISAGREE
    late = stage.due_on is not None and ctx.today > stage.due_on
    return Work(
        change=(
            close_stage(stage, conclusion.value, ctx, opinion=wish.opinion.strip()),
            *next_in_turn(case, stage, ctx),
        ),
        facts={"stage": stage.id, "late": late},
    )
