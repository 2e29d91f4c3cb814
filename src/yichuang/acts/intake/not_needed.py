"""不受理: the matter needs no permit, or the applicant none; told at once. Not a decision (≠ 不予受理)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, norms_of
from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.models import CaseOutcome
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import acceptance
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """Why no permit is needed."""

    on: On
    reason: str


@case_act(verb="case.not_needed")
def tell_not_needed(case: CaseFile, wish: NotNeeded, ctx: Context) -> Work:
    """Tell the applicant that no permit is needed, and close the case; where a norm asks for a decision, refused.

    Basis: XKF-32.1(1), S0b-6(3)
    """
    acceptance.still_open(clock_of(case, ctx)).raise_if_refused()
    acceptance.may_tell_not_needed(norms_of(case)).raise_if_refused()
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-32.1(1)")
    paper = numbered(DocumentKind.NOT_NEEDED, about(case, ctx), ctx, reason=wish.reason)
    return Work(
        clock=(ClockFact(FactKind.NOT_ACCEPTED, ctx.today),),
        set={"closed_on": ctx.today, "clerk_id": ctx.officer.user_id},
        outcome=CaseOutcome.NOT_NEEDED.value,
        papers=(paper,),
        payload={"reason": wish.reason},
    )
