"""提请不予受理: where the window has no veto (窗口无否决权), it proposes and a second person decides."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.intake.refusing import may_still_refuse, none_proposed
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class RefusalProposal:
    """Why the window thinks that the application can't be accepted."""

    on: On
    reason: str


@case_act(verb="case.refusal_proposed")
def propose_refusal(case: CaseFile, wish: RefusalProposal, ctx: Context) -> Work:
    """Open the stage in which a second person looks at the proposed refusal.

    Basis: S3-窗口无否决权, XKF-32.1(2)
    """
    may_still_refuse(case, ctx).raise_if_refused()
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-38.2")
    none_proposed(case)
    second = open_stage(
        case, StageKind.REFUSAL.value, ctx, assignee_id=ctx.officer.user_id, due_on=case.answer_by, opinion=wish.reason
    )
    return Work(set={"clerk_id": ctx.officer.user_id}, add=(second,), payload={"reason": wish.reason})
