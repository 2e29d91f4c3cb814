"""回访: somebody else than who answered asks whether the answer satisfies."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.concerns.frame import concern_act
from yichuang.acts.concerns.steps import Deed, OnConcern, written
from yichuang.acts.context import Context
from yichuang.records.feedback.access import steps_of_concern
from yichuang.records.feedback.models import Concern
from yichuang.rules.feedback.concerns import RESULTS
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ConcernCall(OnConcern):
    """What was said, and the result: satisfied, unsatisfied, unreached."""

    result: str = ""


@concern_act(verb="concern.called_back")
def call_back_concern(row: Concern, wish: ConcernCall, ctx: Context) -> Deed:
    """Put the call-back on record.  Raises: Refused (no result, one's own answer, nothing said).  Basis: YSHJ-49"""
    if wish.result not in RESULTS:
        raise Refused("call_result_unknown", "YSHJ-49")
    answered = [step.officer_id for step in steps_of_concern(row) if step.verb == "concern.answered"]
    if answered and answered[-1] == ctx.officer.user_id:
        raise Refused("called_back_by_answerer", "YSHJ-49")
    return Deed({"satisfied": wish.result, "due_on": None}, written(wish.words), result=wish.result)
