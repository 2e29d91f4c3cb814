"""登记缴费: the applicant paid; the window enters the number of the receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.money import Came, collected, settled
from yichuang.acts.fees.stage import in_time, open_payment
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import PayMethod
from yichuang.records.fees.queries import fees_of
from yichuang.rules.fees.charging import on_slip
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

VOUCHER_MOST = 40


@dataclass(frozen=True, slots=True)
class Payment:
    """The number of the treasury's receipt (非税收入票据号), and the day on it where that is not today."""

    on: On
    voucher: str
    paid_on: date | None = None


@case_act(verb="case.fee_paid")
def pay_fee(case: CaseFile, wish: Payment, ctx: Context) -> Work:
    """Put the payment on record; the certificate is due soon after. A finance office still has to confirm its own.

    What was paid after the last day is refused where a norm says what follows then; the day on the slip counts.

    Basis: S0b-19.1, XKF-59
    """
    stage = open_payment(case)
    if stage.starts_on is None:
        raise Refused("fee_not_notified", "S0b-18.2")
    voucher = typed(wish.voucher, "票据号", VOUCHER_MOST)
    if not voucher:
        raise Refused("fee_voucher_missing", "XKF-59")
    fees = fees_of(case.region_code, case.id)
    if any(fee.paid_on for fee in fees):
        raise Refused("fee_paid", "S0b-19.1")
    paid_on = wish.paid_on or ctx.today
    on_slip(paid_on, told_on=stage.starts_on, today=ctx.today).raise_if_refused()
    in_time(case, paid_on).raise_if_refused()
    came = Came(
        PayMethod.SLIP.value, sum(fee.amount for fee in fees), paid_on, reference=voucher,
        cashier_id=ctx.officer.user_id,
    )  # fmt: skip
    columns, change = settled(case, fees, came, voucher, ctx)
    return Work(
        set=columns,
        add=(collected(case, fees, came, voucher, ctx),),
        change=change,
        facts={"late": bool(stage.due_on and paid_on > stage.due_on)},
    )
