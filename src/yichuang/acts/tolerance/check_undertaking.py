"""核查承诺: after the decision somebody looks whether what was promised is true."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import CaseOutcome, Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class UndertakingCheck:
    """Whether the promise was true, and what was found."""

    on: On
    true: bool
    finding: str


@case_act(verb="case.undertaking_checked")
def check_undertaking(case: CaseFile, wish: UndertakingCheck, ctx: Context) -> Work:
    """Put the check on record; a false promise opens the stage in which the approval is revoked.

    Basis: YSHJ-40.3, XKF-69.2
    """
    if not case.undertaken or case.outcome != CaseOutcome.GRANTED:
        raise Refused("undertaking_missing", "YSHJ-40.3")
    if case.last(StageKind.AFTER_CHECK):
        raise Refused("undertaking_checked", "YSHJ-40.3")
    if not wish.finding.strip():
        raise Refused("opinion_missing", "YSHJ-40.3")
    verdict = (Conclusion.AGREE if wish.true else Conclusion.DISAGREE).value
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": verdict, "opinion": wish.finding}
    owed = case.stage(StageKind.AFTER_CHECK)  # opened by the decision where the undertaking names a last day
    rows = [] if owed else [open_stage(case, StageKind.AFTER_CHECK.value, ctx, due_on=None, **done)]
    if not wish.true and case.stage(StageKind.RECOVERY) is None:
        rows.append(open_stage(case, StageKind.RECOVERY.value, ctx, due_on=None, asked_by_id=ctx.officer.user_id))
    change = (Change(Stage, owed.id, done),) if owed else ()
    return Work(add=tuple(rows), change=change, facts={"true": wish.true}, payload={"opinion": wish.finding})
