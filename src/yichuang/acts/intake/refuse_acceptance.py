"""不予受理: a sealed, dated decision with reasons, remedies, and which office to go to."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, norms_of
from yichuang.acts.certificate.banning import warned
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.intake.refusing import expiry_approver, may_still_refuse, second_person
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.records.cases.models import CaseOutcome, Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import acceptance, permissions
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class AcceptanceRefusal:
    """Reason, legal basis in words, and the office that is in charge instead."""

    on: On
    reason: str
    basis_words: str
    right_office: str = ""
    false_material: bool = False  # 隐瞒有关情况或者提供虚假材料: refused with a warning
    not_needed: bool = False  # 依法不需要审批: nobody else is in charge either


@case_act(verb="case.refused")
def refuse_acceptance(case: CaseFile, wish: AcceptanceRefusal, ctx: Context) -> Work:
    """Refuse to accept: by the window where the profile lets it, else by a second person after a proposal.

    A refusal for want of authority names the office in charge; one after a correction term ran out need not.
    Basis: XKF-32.1(2), XKF-32.2, XKF-78, S0b-6(3), S0b-9, S3-窗口无否决权
    """
    may_still_refuse(case, ctx).raise_if_refused()
    expiry_approver(case, ctx).raise_if_refused()
    stage = case.stage(StageKind.REFUSAL)
    second = stage is not None and stage.assignee_id != ctx.officer.user_id and second_person(case, ctx.officer)
    roles = ctx.officer.roles() & permissions.RIGHTS["case.refused"].roles
    acceptance.may_refuse(
        outcome=acceptance.Outcome.REFUSED, by_role=sorted(roles)[0], second_person=second, norms=norms_of(case)
    ).raise_if_refused()
    if not wish.reason.strip() or not wish.basis_words.strip():
        raise Refused("reason_missing", "XKF-38.2")
    if wish.not_needed:
        acceptance.may_refuse_as_not_needed(norms_of(case)).raise_if_refused()
    named = wish.right_office.strip() or wish.false_material or wish.not_needed
    if not clock_of(case, ctx).correcting and not named:
        raise Refused("right_office_missing", "XKF-32.1(2)")
    bans, told = warned(case, ctx) if wish.false_material else ((), {})
    paper = numbered(
        DocumentKind.REFUSAL, about(case, ctx), ctx, reason=wish.reason, basis_words=wish.basis_words,
        right_office=wish.right_office, **remedy_fields(case, ctx), **told,
    )  # fmt: skip
    done = {"done_at": ctx.at, "conclusion": Conclusion.AGREE.value}
    return Work(
        clock=(ClockFact(FactKind.NOT_ACCEPTED, ctx.today),),
        set={"closed_on": ctx.today},
        outcome=CaseOutcome.REFUSED.value,
        add=bans,
        change=(Change(Stage, stage.id, done),) if stage else (),
        papers=(paper,),
        payload={"reason": wish.reason, "basis": wish.basis_words, "right_office": wish.right_office},
    )
