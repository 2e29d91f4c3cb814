"""延长整改期限: a head of the department gives more time, once, with reasons."""

from __future__ import annotations

from dataclasses import replace

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.rating.frame import RatingWords, Took, due, judged_step, stepped, written
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.queries import steps_of
from yichuang.rules.verdict import Refused


@case_act(verb="case.rating_extended")
def extend_rating(case: CaseFile, wish: RatingWords, ctx: Context) -> Work:
    """Put the longer time on record.  Raises: Refused (no bad rating, extended already, over time, no reason).

    Basis: YC
    """
    row, stage = judged_step("extended", case, ctx), case.stage(StageKind.RECTIFICATION.value)
    if stage is None or stage.due_on is None or ctx.today > stage.due_on:
        raise Refused("rating_extension_late", "YC")
    if any(step.kind == "extended" for step in steps_of(case.region_code, case.id)):
        raise Refused("rating_extended_already", "YC")
    until = due("bad_rating_extension", case, ctx, stage.due_on)
    verifying = row.loop == "open"
    values = {"loop": row.loop} | ({} if verifying else {"due_on": until})
    work = stepped("extended", case, row, ctx, Took(written(wish.words), values))
    return replace(work, change=(*work.change, Change(Stage, stage.id, {"due_on": until})))
