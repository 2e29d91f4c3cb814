"""退回: the case goes back to a step it has been through (审查、核准、窗口), with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions
from yichuang.rules.staff import passing_on
from yichuang.rules.verdict import Refused

_KINDS = {passing_on.REVIEW: StageKind.REVIEW, passing_on.VERIFICATION: StageKind.VERIFICATION}


@dataclass(frozen=True, slots=True)
class Return:
    """Why the case goes back, and how far."""

    on: On
    opinion: str
    to: str = passing_on.REVIEW


@case_act(verb="case.returned")
def return_to_review(case: CaseFile, wish: Return, ctx: Context) -> Work:
    """Close the present stage with disagreement and open the earlier one again; the clock runs on.

    Only who could do the present step sends it back. At the window no stage is opened: it routes the case anew.
    Basis: XKF-34.1, XKF-34.3
    """
    stage = case.stage(StageKind.VERIFICATION) or case.stage(StageKind.DECISION) or case.stage(StageKind.REVIEW)
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    permissions.may(permissions.STEP_ACT[case.state], ctx.officer, place_of(case)).raise_if_refused()
    verified = case.last(StageKind.VERIFICATION) is not None
    passing_on.may_return(wish.to, case.state, verified=verified, kind=case.kind).raise_if_refused()
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "XKF-34.1")
    again = _again(case, wish.to, ctx)
    return Work(
        state=passing_on.state_back(wish.to),
        set={"handler_id": again[0].values["assignee_id"] if again else None},
        change=(close_stage(stage, Conclusion.DISAGREE.value, ctx, opinion=wish.opinion),),
        add=again,
        facts={"to": wish.to},
    )


def _again(case: CaseFile, to: str, ctx: Context) -> tuple[Row, ...]:
    """Return the stage to be done once more, by whoever did it; none at the window."""
    if to not in _KINDS:
        return ()
    last = case.last(_KINDS[to])
    return (open_stage(case, _KINDS[to].value, ctx, assignee_id=last.assignee_id if last else None),)
