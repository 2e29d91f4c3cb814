"""关闭支付单: the gateway says that nobody paid; another payment may be begun."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Checkout, CheckoutState
from yichuang.records.fees.queries import checkout_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckoutEnd:
    """Which payment came to nothing."""

    on: On
    checkout_no: str


@case_act(verb="case.checkout_closed")
def close_checkout(case: CaseFile, wish: CheckoutEnd, ctx: Context) -> Work:
    """Close the payment; money that still comes under its number is booked all the same.

    Basis: XKF-59
    """
    checkout = checkout_of(case.region_code, case.id, wish.checkout_no)
    if checkout is None:
        raise Refused("checkout_unknown", "XKF-59")
    if checkout.state != CheckoutState.OPEN:
        raise Refused("checkout_over", "XKF-59")
    values = {"state": CheckoutState.CLOSED.value, "closed_on": ctx.today}
    return Work(change=(Change(Checkout, checkout.id, values),), facts={"checkout": wish.checkout_no})
