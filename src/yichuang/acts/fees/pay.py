"""登记缴费: the applicant paid; the window enters the number of the receipt."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.fees.stage import open_payment, scheme
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import close_stage
from yichuang.records.cases.models import Conclusion
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Fee
from yichuang.records.fees.queries import fees_of
from yichuang.rules.fees import charging
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Payment:
    """The number of the treasury's receipt (非税收入票据号)."""

    on: On
    voucher: str


@case_act(verb="case.fee_paid")
def pay_fee(case: CaseFile, wish: Payment, ctx: Context) -> Work:
    """Put the payment on record; the certificate is due soon after. A finance office still has to confirm its own.

    Basis: S0b-19.1, XKF-59
    """
    stage = open_payment(case)
    if stage.starts_on is None:
        raise Refused("fee_not_notified", "S0b-18.2")
    if not wish.voucher.strip():
        raise Refused("fee_voucher_missing", "XKF-59")
    fees = fees_of(case.region_code, case.id)
    if any(fee.paid_on for fee in fees):
        raise Refused("fee_paid", "S0b-19.1")
    due = charging.certificate_by(ctx.today, norms_of(case), ctx.directory.calendar(case.profile))
    waits = bool(scheme(case).assessor)
    paid = {"paid_on": ctx.today, "voucher": wish.voucher.strip()[:60]}
    return Work(
        set={"certificate_by": due} if due else {},
        change=(
            *(Change(Fee, fee.id, paid) for fee in fees),
            *(() if waits else (close_stage(stage, Conclusion.AGREE.value, ctx),)),
        ),
        facts={"late": bool(stage.due_on and ctx.today > stage.due_on)},
    )
