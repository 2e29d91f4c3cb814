"""确认缴费到账: the finance office confirms that the money came in; only then does the case go on."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import only_assessor, open_payment
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Fee
from yichuang.records.fees.queries import fees_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Which case was paid for."""

    on: On


@case_act(verb="case.fee_confirmed")
def confirm_fee(case: CaseFile, wish: Confirmation, ctx: Context) -> Work:
    """Close the payment.

    Basis: S0b-19.2
    """
    only_assessor(case, ctx)
    stage = open_payment(case)
    fees = fees_of(case.region_code, case.id)
    if not fees or any(fee.paid_on is None for fee in fees):
        raise Refused("fee_not_paid", "S0b-19.2")
    return Work(
        change=(
            *(Change(Fee, fee.id, {"confirmed_on": ctx.today}) for fee in fees),
            close_stage(stage, Conclusion.AGREE.value, ctx),
        )
    )
