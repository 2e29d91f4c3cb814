"""认定: a second person sets a mistaken or malicious rating aside, or lets it stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.rating.frame import RatingWords, Took, answer_by, judged_step, stepped, written
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Loop
from yichuang.records.feedback.queries import steps_of
from yichuang.rules.feedback.rating_loop import may_judge


@dataclass(frozen=True, slots=True)
class RatingJudgement(RatingWords):
    """Whether the rating is set aside, and why."""

    aside: bool = False


@case_act(verb="case.rating_judged")
def judge_rating(case: CaseFile, wish: RatingJudgement, ctx: Context) -> Work:
    """Put the judgement on record; a rating set aside is counted nowhere, and stays in the ledger.

    Raises: Refused (nothing challenged, one's own challenge, no reason).

    Basis: YC
    """
    row = judged_step("judged", case, ctx)
    asked = [step for step in steps_of(case.region_code, case.id) if step.kind == "challenged"]
    may_judge(ctx.officer.user_id, asked[-1].officer_id if asked else None).raise_if_refused()
    words, stage = written(wish.words), case.stage(StageKind.RECTIFICATION.value)
    if not wish.aside:
        values = {"loop": Loop.OPEN.value, "due_on": answer_by(case)}
        return stepped("judged", case, row, ctx, Took(words, values, "stands"))
    values = {"loop": Loop.SET_ASIDE.value, "due_on": None}
    work = stepped("judged", case, row, ctx, Took(words, values, "aside"))
    closed = (close_stage(stage, "disagree", ctx),) if stage else ()
    return replace(work, change=(*work.change, *closed))
