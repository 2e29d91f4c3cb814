"""容缺逾期处理: what was outstanding never came; the case ends, or the certificate that is out is recovered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.records.cases.models import CaseOutcome, CaseState, Conclusion, MaterialVerdict, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.tolerance import deferring
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Failure:
    """Which case, and what is to be said besides."""

    on: On
    words: str = ""


@case_act(verb="case.tolerance_failed", materials=True)
def fail_tolerance(case: CaseFile, wish: Failure, ctx: Context) -> Work:
    """Withhold the certificate, or void the approval; a certificate that is out leaves a stage open to recover it.

    Basis: S0f-3.1
    """
    norms = norms_of(case)
    deferring.may_fail(until=case.tolerance_by, today=ctx.today, norms=norms).raise_if_refused()
    missing = [m.name for m in case.materials if m.verdict == MaterialVerdict.DEFERRED and not m.defect]
    if not missing:
        raise Refused("tolerance_unchecked", norms.basis("tolerance_failure_effect"))
    effect, out = norms.norm("tolerance_failure_effect"), case.issued_on is not None
    reason = "、".join(missing) + "逾期没有补齐" + (f"。{wish.words.strip()}" if wish.words.strip() else "")
    ended: dict[str, Any] = {} if case.state == CaseState.CLOSED else {"closed_on": ctx.today, "handler_id": None}
    paper = numbered(
        DocumentKind.LAPSED, about(case, ctx), ctx, basis=effect.basis, reason=reason, effect=str(effect.value),
        recover=out, until=case.tolerance_by, granted_on=case.decided_on if _granted(case) else None,
        **remedy_fields(case, ctx),
    )  # fmt: skip
    return Work(
        outcome="" if case.state == CaseState.CLOSED else CaseOutcome.LAPSED.value,
        clock=(ClockFact(FactKind.CLOSED, ctx.today),) if ended else (),
        set={"tolerance_by": None} | ended,
        change=_ended(case, ctx, keep=out),
        add=_recovery(case, ctx) if out else (),
        papers=(paper,),
        facts={"effect": str(effect.value), "recover": out},
        payload={"reason": reason},
    )


def _granted(case: CaseFile) -> bool:
    """Say whether a grant was made before: then the paper tells of it, and not that nothing was decided."""
    return bool(case.outcome == CaseOutcome.GRANTED)


def _ended(case: CaseFile, ctx: Context, *, keep: bool) -> tuple[Change, ...]:
    """Return the changes that end what is open; the recovery of a certificate stays open for whoever voids it."""
    done = {"done_at": ctx.at, "conclusion": Conclusion.DISAGREE.value, "assignee_id": ctx.officer.user_id}
    kept = StageKind.RECOVERY if keep else ""
    return tuple(Change(Stage, stage.id, done) for stage in case.stages if not stage.done and stage.kind != kept)


def _recovery(case: CaseFile, ctx: Context) -> tuple[Row, ...]:
    """Return the stage of the recovery where none is open yet (收回证照)."""
    if case.stage(StageKind.RECOVERY):
        return ()
    return (open_stage(case, StageKind.RECOVERY.value, ctx, due_on=None, asked_by_id=ctx.officer.user_id),)
