"""核准: a second person checks what the reviewer found (一审一核)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.passing.chain import two_people_sign
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules import permissions
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Verification:
    """The verifier's conclusion and opinion."""

    on: On
    agree: bool
    opinion: str


@case_act(verb="case.verified")
def verify(case: CaseFile, wish: Verification, ctx: Context) -> Work:
    """Close the verification; the verifier is never the reviewer, nor stands in for him.

    Basis: S1-一审一核, XKF-34.3
    """
    stage, reviewed = case.stage(StageKind.VERIFICATION), case.last(StageKind.REVIEW)
    if stage is None:
        raise Refused("no_open_stage", "XKF-34.1")
    if not wish.opinion.strip():
        raise Refused("opinion_missing", "XKF-34.1")
    basis = norms_of(case).basis("separate_signatures")
    permissions.two_persons(reviewed.assignee_id if reviewed else None, ctx.officer.user_id, basis).raise_if_refused()
    two_people_sign("case.verified", case, ctx)
    conclusion = Conclusion.AGREE if wish.agree else Conclusion.DISAGREE
    return Work(
        set={"handler_id": None},
        change=(close_stage(stage, conclusion.value, ctx, opinion=wish.opinion),),
        add=(open_stage(case, StageKind.DECISION.value, ctx),),
    )
