"""发起网上缴费: the applicant is sent to the payment gateway with a number and a sum of ours."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.fees.money import owed_of
from yichuang.acts.fees.stage import in_time
from yichuang.acts.filing.shapes import Row
from yichuang.records.cases.reading import CaseFile
from yichuang.records.fees.models import Checkout, CheckoutState
from yichuang.records.fees.queries import checkouts_of, fees_of
from yichuang.records.ids import new_id
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckoutWish:
    """Which case is to be paid for."""

    on: On


@case_act(verb="case.checkout_opened")
def open_checkout(case: CaseFile, wish: CheckoutWish, ctx: Context) -> Work:
    """Give the payment a number under which the gateway will tell of it. One at a time.

    Basis: S0b-19.1, XKF-59
    """
    owed = owed_of(case, fees_of(case.region_code, case.id))
    if owed.paid:
        raise Refused("fee_paid", "S0b-19.1")
    if not (owed.open and owed.told):
        raise Refused("fee_not_notified", "S0b-18.2")
    in_time(case, ctx.today).raise_if_refused()
    before = checkouts_of(case.region_code, case.id)
    if any(row.state == CheckoutState.OPEN for row in before):
        raise Refused("checkout_open", "XKF-59")
    no = f"{case.no}-P{len(before) + 1}"
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "no": no, "amount": owed.total,
        "state": CheckoutState.OPEN.value, "opened_at": ctx.at, "closed_on": None,
    }  # fmt: skip
    return Work(add=(Row(Checkout, row),), facts={"checkout": no, "amount": owed.total})
