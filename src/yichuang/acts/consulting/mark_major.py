"""标注重大项目: who handles a case marks it as major, with a reason; the head hears of it before the decision."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.consulting.before_decision import may_mark
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class MajorMark:
    """Why the case is a major one."""

    on: On
    reason: str


@case_act(verb="case.marked_major")
def mark_major(case: CaseFile, wish: MajorMark, ctx: Context) -> Work:
    """Open the stage of the report to the head, which nobody below the head decides before.

    Basis: S0b-17
    """
    may_mark(case.stages, norms_of(case)).raise_if_refused()
    if not wish.reason.strip():
        raise Refused("reason_missing", "S0b-17")
    row = open_stage(
        case, StageKind.HEAD_REPORT.value, ctx, asked_by_id=ctx.officer.user_id, question=wish.reason.strip()
    )
    return Work(add=(row,), payload={"opinion": wish.reason.strip()})
