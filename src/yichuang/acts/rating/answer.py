"""反馈: the department tells the applicant what came of his rating; the time that supervision watches ends."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.rating.frame import RatingWords, Took, due, judged_step, stepped, written
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile


@case_act(verb="case.rating_answered")
def answer_rating(case: CaseFile, wish: RatingWords, ctx: Context) -> Work:
    """Put the answer on record.  Raises: Refused (no bad rating, not its turn, one's own, no words).  Basis: YC"""
    row, stage = judged_step("answered", case, ctx), case.stage(StageKind.RECTIFICATION.value)
    call_by = due("bad_rating_call_back_limit", case, ctx)
    work = stepped("answered", case, row, ctx, Took(written(wish.words), {"due_on": call_by}))
    closed = (close_stage(stage, "agree", ctx),) if stage else ()
    return replace(work, change=(*work.change, *closed))
