"""请下级说明: the upper level asks the lower one what it needs to know; never the applicant for papers again."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import MaterialVerdict, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.levels.materials import may_ask
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class LowerQuestion:
    """What the lower level is to explain; `wanted` are keys of materials that would be asked for."""

    on: On
    question: str
    wanted: tuple[str, ...] = ()


@case_act(verb="case.lower_asked", materials=True)
def ask_lower(case: CaseFile, wish: LowerQuestion, ctx: Context) -> Work:
    """Open a question at the level that forwarded the case; the clock runs on.

    A material that lies in the file is not asked for a second time, from nobody.
    Basis: XKF-35
    """
    sent = case.last(StageKind.FORWARDING)
    if sent is None:
        raise Refused("nothing_to_receive", "XKF-35")
    in_file = {m.key: m.name for m in case.materials if m.verdict != MaterialVerdict.DEFERRED}
    may_ask(wish.wanted, in_file, norms_of(case)).raise_if_refused()
    if not wish.question.strip():
        raise Refused("question_missing", "XKF-35")
    if case.stage(StageKind.LOWER_ANSWER) is not None:
        raise Refused("asked_already", "XKF-35")
    row = open_stage(
        case, StageKind.LOWER_ANSWER.value, ctx, department_id=sent.department_id, asked_by_id=ctx.officer.user_id,
        question=wish.question,
    )  # fmt: skip
    return Work(add=(row,))
