"""撤回申请: the applicant takes the application back before the decision."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.models import CaseOutcome, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.facts import ClockFact, FactKind


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why the applicant withdraws; may be empty."""

    on: On
    reason: str = ""


def nothing_outstanding(case: CaseFile) -> dict[str, None]:
    """Return what ends the wait for materials of a case that is given nothing: there is nothing to void or recover.

    Basis: S0f-3.1
    """
    return {"tolerance_by": None} if case.tolerance_by else {}


@case_act(verb="case.withdrawn")
def withdraw(case: CaseFile, wish: Withdrawal, ctx: Context) -> Work:
    """Close the case at the applicant's own wish and confirm it in writing.

    Basis: XKF-29.1
    """
    paper = slip(
        DocumentKind.WITHDRAWAL, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, reason=wish.reason,
    )  # fmt: skip
    ended = tuple(Change(Stage, stage.id, {"done_at": ctx.at}) for stage in case.stages if not stage.done)
    return Work(
        clock=(ClockFact(FactKind.WITHDRAWN, ctx.today),),
        set={"closed_on": ctx.today, "handler_id": None} | nothing_outstanding(case),
        outcome=CaseOutcome.WITHDRAWN.value,
        change=ended,
        papers=(paper,),
        payload={"reason": wish.reason},
    )
