"""退回审查: verifier or leader sends the case back to the reviewer, with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Return:
    """Why the case goes back."""

    on: On
    opinion: str


@case_act(verb="case.returned")
def return_to_review(case: CaseFile, wish: Return, ctx: Context) -> Work:
    """Close the present stage with disagreement and open a new review; the clock runs on.

    Basis: XKF-34.1
    """
    stage = case.stage(StageKind.VERIFICATION) or case.stage(StageKind.DECISION)
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "XKF-34.1")
    last = case.last(StageKind.REVIEW)
    again = open_stage(case, StageKind.REVIEW.value, ctx, assignee_id=last.assignee_id if last else None)
    return Work(
        set={"handler_id": last.assignee_id if last else None},
        change=(close_stage(stage, Conclusion.DISAGREE.value, ctx, opinion=wish.opinion),),
        add=(again,),
    )
