"""提请延期: the office in charge proposes to extend the limit; the clock runs on until somebody approves."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.records.cases.models import Conclusion, Effect, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.rules import limits
from yichuang.rules.steps.proposing import may_propose


@dataclass(frozen=True, slots=True)
class ExtensionProposal:
    """How many days more, and why."""

    on: On
    days: int
    reason: str


@case_act(verb="case.extension_proposed")
def propose_extension(case: CaseFile, wish: ExtensionProposal, ctx: Context) -> Work:
    """Open the stage in which a leader approves the extension or does not.

    Basis: S0b-15.1
    """
    pending = case.stage(StageKind.EXTENSION) is not None
    norms, joint = norms_of(case), case.kind == CaseKind.JOINT
    may_propose(wish.days, wish.reason, pending=pending, joint=joint, norms=norms).raise_if_refused()
    limits.may_still_extend(clock_of(case, ctx), norms=norms, today=ctx.today, joint=joint).raise_if_refused()
    row = open_stage(
        case, StageKind.EXTENSION.value, ctx, asked_by_id=ctx.officer.user_id, question=wish.reason.strip(),
        particulars={"days": wish.days},
    )  # fmt: skip
    return Work(add=(row,), facts={"days": wish.days}, payload={"reason": wish.reason.strip()})


def outlived(case: CaseFile, ctx: Context) -> tuple[Change, ...]:
    """Return what ends a proposal that nobody answered before the case was decided: it has become void."""
    stage = case.stage(StageKind.EXTENSION)
    return (close_stage(stage, Conclusion.PENDING.value, ctx, effect=Effect.RECALLED.value),) if stage else ()
