"""回访: the centre asks the applicant whether the answer satisfies him; if not, the department mends it once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yichuang.acts.act import Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.rating.frame import RatingWords, Took, due, judged_step, stepped, written
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.feedback.models import Loop
from yichuang.records.feedback.queries import steps_of
from yichuang.rules.feedback.rating_loop import CALLS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CallBack(RatingWords):
    """What the applicant said, and the result: satisfied, unsatisfied, unreached."""

    result: str = ""


@case_act(verb="case.rating_called_back")
def call_back_rating(case: CaseFile, wish: CallBack, ctx: Context) -> Work:
    """Put the call-back on record; who is still dissatisfied after the first answer gets a second one.

    Raises: Refused (no bad rating, not its turn, one's own, no result, no words).

    Basis: YC
    """
    row = judged_step("called_back", case, ctx)
    if wish.result not in CALLS:
        raise Refused("call_result_unknown", "YC")
    words = written(wish.words)
    before = any(step.kind == "called_back" for step in steps_of(case.region_code, case.id))
    if wish.result != "unsatisfied" or before:
        return stepped("called_back", case, row, ctx, Took(words, {"due_on": None}, wish.result))
    again = due("bad_rating_limit", case, ctx)
    values = {"loop": Loop.VERIFIED.value, "due_on": again}
    work = stepped("called_back", case, row, ctx, Took(words, values, wish.result))
    stage = open_stage(case, StageKind.RECTIFICATION.value, ctx, due_on=again)
    return replace(work, add=(*work.add, stage))
