"""窗口收款: the cash desk takes what is owed, in cash, by transfer or by card, and hands out a numbered receipt."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.money import RECEIPT, Came, collected, owed_of, receipt, series, settled
from yichuang.acts.fees.stage import in_time
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import PayMethod
from yichuang.records.fees.queries import fees_of
from yichuang.records.fees.tills import till_of
from yichuang.rules.fees.collecting import may_collect
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

AT_DESK = (PayMethod.CASH, PayMethod.TRANSFER, PayMethod.POS)


@dataclass(frozen=True, slots=True)
class Takings:
    """How it was paid; `tendered` is the cash that was handed over, in fen."""

    on: On
    method: str
    payer: str = ""
    reference: str = ""
    tendered: int = 0


@case_act(verb="case.fee_collected")
def collect_fee(case: CaseFile, wish: Takings, ctx: Context) -> Work:
    """Take all that is owed at once; the case goes on, or waits for the finance office's confirmation.

    Basis: S0b-19.1, XKF-59, S2
    """
    if wish.method not in AT_DESK:
        raise Refused("fee_method", "YC")
    if till_of(case.region_code, ctx.officer.user_id, ctx.today):
        raise Refused("till_closed", "YC")
    fees = fees_of(case.region_code, case.id)
    owed, cash = owed_of(case, fees), wish.method == PayMethod.CASH
    may_collect(owed, method=wish.method, reference=wish.reference, tendered=wish.tendered).raise_if_refused()
    in_time(case, ctx.today).raise_if_refused()
    payer, reference = typed(wish.payer, "缴款人", 60), typed(wish.reference, "参考号", 64)
    came = Came(
        str(wish.method), owed.total, ctx.today, payer or case.applicant_name[:60],
        "" if cash else reference, wish.tendered if cash else 0, ctx.officer.user_id,
    )  # fmt: skip
    no = series(case, RECEIPT, ctx)
    columns, change = settled(case, fees, came, no, ctx)
    late = any(fee.pay_by and ctx.today > fee.pay_by for fee in fees)
    return Work(
        set=columns,
        add=(collected(case, fees, came, no, ctx),),
        change=change,
        papers=(receipt(case, fees, came, no, ctx),),
        facts={"late": late, "method": str(wish.method), "amount": owed.total},
    )
