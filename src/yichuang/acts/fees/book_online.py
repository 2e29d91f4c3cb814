"""网上缴费入账: what the gateway proved to have come in is booked, once for each of its trade numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.money import RECEIPT, Came, collected, owed_of, receipt, series, settled
from yichuang.acts.fees.stage import in_time
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Checkout, CheckoutState, Fee, PayMethod
from yichuang.records.fees.queries import checkout_of, fees_of
from yichuang.rules.fees.collecting import surplus
from yichuang.rules.fees.wire import Trade
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Booking:
    """The trade as the gateway signed it, and the day on which the applicant paid."""

    on: On
    trade: Trade
    paid_on: date


@case_act(verb="case.fee_booked")
def book_online(case: CaseFile, wish: Booking, ctx: Context) -> Work:
    """Book the money whatever became of the case: it settles what is owed, or waits to go back, with the reason.

    Basis: S0b-19.1, XKF-59
    """
    trade = wish.trade
    checkout = checkout_of(case.region_code, case.id, trade.checkout_no)
    if checkout is None:
        raise Refused("checkout_unknown", "XKF-59")
    if checkout.amount != trade.amount:
        raise Refused("checkout_amount", "XKF-59")
    fees = fees_of(case.region_code, case.id)
    paid_on = _day(wish.paid_on, fees, ctx)
    why = surplus(owed_of(case, fees), trade.amount, overdue=not in_time(case, paid_on).allowed)
    came = Came(
        PayMethod.ONLINE.value, trade.amount, paid_on, trade.payer[:60],
        trade.trade_no, checkout_id=checkout.id, why=why,
    )  # fmt: skip
    no = series(case, RECEIPT, ctx)
    columns, change = ({}, ()) if why else settled(case, fees, came, no, ctx)
    through = {"state": CheckoutState.PAID.value, "closed_on": ctx.today}
    open_still = checkout.state != CheckoutState.PAID
    return Work(
        set=columns,
        add=(collected(case, fees, came, no, ctx),),
        change=(*change, *((Change(Checkout, checkout.id, through),) if open_still else ())),
        papers=(receipt(case, fees, came, no, ctx),),
        facts={"checkout": checkout.no, "trade": trade.trade_no, "amount": trade.amount, "why": why},
    )


def _day(paid_on: date, fees: list[Fee], ctx: Context) -> date:
    """Return the day of the payment as the gateway has it, within the days on which it could be made."""
    told = [fee.notified_on for fee in fees if fee.notified_on]
    return min(max(paid_on, *told), ctx.today) if told else min(paid_on, ctx.today)
