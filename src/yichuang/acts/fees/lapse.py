"""逾期未缴费: nobody paid in time; the case is denied by the leader, or not handled and closed, as the norms say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.signing import may_decide
from yichuang.acts.decision.withdraw import nothing_outstanding
from yichuang.acts.fees.stage import open_payment, scheme
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.acts.papers.terms import told
from yichuang.records.cases.models import CaseOutcome, CaseState, Conclusion, Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.fees.models import CheckoutState, Fee
from yichuang.records.fees.queries import checkouts_of, fees_of
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.fees import charging
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused

REASON = "逾期未缴费"


@dataclass(frozen=True, slots=True)
class Lapse:
    """The legal basis in words, as it stands in the paper."""

    on: On
    basis_words: str = ""


@case_act(verb="case.fee_lapsed")
def lapse_fee(case: CaseFile, wish: Lapse, ctx: Context) -> Work:
    """End a case whose fees were not paid in time; who approves is who approves a denial.

    Basis: S0b-19.1, S0b-19.2, S0b-20
    """
    stage, norms = open_payment(case), norms_of(case)
    fees, effect = fees_of(case.region_code, case.id), charging.unpaid_effect(scheme(case), norms)
    paid = any(fee.paid_on for fee in fees)
    charging.may_lapse(pay_by=stage.due_on, paid=paid, today=ctx.today, effect=effect).raise_if_refused()
    if any(row.state == CheckoutState.OPEN for row in checkouts_of(case.region_code, case.id)):
        raise Refused("checkout_open", "S0b-19.1")
    may_decide(case, ctx, grant=False, act="case.fee_lapsed")
    denied = effect is not None and effect.value == "denied"
    ended = {"done_at": ctx.at, "conclusion": Conclusion.DISAGREE.value, "assignee_id": ctx.officer.user_id}
    kind = FactKind.DECIDED if denied else FactKind.CLOSED
    basis = effect.basis if effect else ""
    return Work(
        state=(CaseState.DECIDED if denied else CaseState.CLOSED).value,
        outcome=(CaseOutcome.DENIED if denied else CaseOutcome.UNPAID).value,
        clock=(ClockFact(kind, ctx.today),),
        set={"handler_id": None}
        | nothing_outstanding(case)
        | (_decided(case, ctx) if denied else {"closed_on": ctx.today}),
        change=(
            *(Change(Stage, row.id, ended) for row in case.stages if not row.done),
            *(Change(Fee, fee.id, {"lapsed_on": ctx.today}) for fee in fees),
        ),
        papers=(_paper(case, wish, ctx, denied=denied, basis=basis),),
        facts={"effect": str(effect.value) if effect else ""},
        payload={"reason": REASON, "basis": wish.basis_words},
    )


def _decided(case: CaseFile, ctx: Context) -> dict[str, Any]:
    """Return the columns of a denial."""
    by = end_of(ctx.today, norms_of(case).term("certificate_limit"), ctx.directory.calendar(case.profile))
    return {"decided_on": ctx.today, "certificate_by": by}


def _paper(case: CaseFile, wish: Lapse, ctx: Context, *, denied: bool, basis: str) -> Paper:
    kind, pay_by = DocumentKind.DENIAL if denied else DocumentKind.LAPSED, open_payment(case).due_on
    return numbered(
        kind, about(case, ctx), ctx, basis=basis, reason=f"{REASON}：缴费期限到{pay_by:%Y年%-m月%-d日}，至今没有缴清",
        basis_words=wish.basis_words, accepted_on=case.accepted_on, certificate="", certificate_by=None,
        certificate_limit=told(norms_of(case).term("certificate_limit")), **remedy_fields(case, ctx),
    )  # fmt: skip
