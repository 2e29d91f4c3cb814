"""告知缴费: the window tells the applicant in writing what to pay and until when, on the day it hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import open_payment, scheme
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.records.cases.models import Stage
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.fees.models import Fee
from yichuang.records.fees.queries import fees_of
from yichuang.rules.fees import charging
from yichuang.rules.norms import Term, Unit
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class FeeNotice:
    """Which case, and whether one can pay on line here: then the notice leads there for who has an account."""

    on: On
    online: bool = False


@case_act(verb="case.fee_notified")
def notify_fee(case: CaseFile, wish: FeeNotice, ctx: Context) -> Work:
    """Print the notice and start the term of payment. A late notice still counts; that it was late stays visible.

    Basis: S0b-18.2, S0b-19
    """
    stage = open_payment(case)
    if stage.picked_up_on is None:
        raise Refused("fee_not_assessed", "S0b-18.1")
    if stage.starts_on:
        raise Refused("fee_notified_already", "S0b-18.2")
    fees = fees_of(case.region_code, case.id)
    term = Term(fees[0].term_number, Unit(fees[0].term_unit), "")
    pay_by = end_of(ctx.today, term, ctx.directory.calendar(case.profile))
    by = fees[0].notify_by
    return Work(
        set={"payment_by": pay_by},
        change=(
            Change(Stage, stage.id, {"starts_on": ctx.today, "due_on": pay_by}),
            *(Change(Fee, fee.id, {"notified_on": ctx.today, "pay_by": pay_by}) for fee in fees),
        ),
        papers=(_paper(case, wish, fees, pay_by, ctx),),
        facts={"late": by is not None and ctx.today > by},
    )


def _paper(case: CaseFile, wish: FeeNotice, fees: list[Fee], pay_by: date, ctx: Context) -> Paper:
    plan, norms = scheme(case), norms_of(case)
    online = {"pay_path": f"/my/cases/{case.no}/pay/"} if wish.online and case.applicant_user_id else {}
    effect, limit = charging.unpaid_effect(plan, norms), charging.payment_term(plan, norms)
    return numbered(
        DocumentKind.FEE_NOTICE, about(case, ctx), ctx, basis=limit.basis if limit else "", pay_by=pay_by,
        fees=[{"name": fee.name, "amount": fee.amount, "basis": fee.basis} for fee in fees],
        total=sum(fee.amount for fee in fees), term={"number": fees[0].term_number, "unit": fees[0].term_unit},
        pay_by_provisional=ctx.directory.calendar(case.profile).provisional(pay_by),
        effect=str(effect.value) if effect else "",
        before="decision" if charging.before_decision(plan, norms) else plan.before, **online,
    )  # fmt: skip
