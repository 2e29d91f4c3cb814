"""A walk that uses the rows of money: on line, at the desk, undone, given back."""

from __future__ import annotations

from datetime import date

from tests.acts.city import City, on
from tests.acts.lives import to_decide
from tests.acts.special.world import MINING
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.book_online import Booking, book_online
from yichuang.acts.fees.close_checkout import CheckoutEnd, close_checkout
from yichuang.acts.fees.collect import Takings, collect_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.records.catalogue.versions import version_of
from yichuang.records.fees.models import Collection, Refund
from yichuang.rules.fees.wire import Trade

_NAME, _SUM, DAY = "采矿权使用费", 100, date(2026, 3, 6)


def money_life(city: City) -> None:
    """Pay at the desk; then the money of a payment given up comes in all the same, and goes back."""
    version_of(city.promised.id).guide = {"fee": {"payment": MINING | {"before": "decision"}}}
    no = to_decide(city)
    assess_fee(Assessment(on(no), {_NAME: _SUM}), city.ctx("reviewer", DAY))
    notify_fee(FeeNotice(on(no)), city.ctx("clerk", DAY))
    open_checkout(CheckoutWish(on(no)), city.ctx("clerk", DAY))
    close_checkout(CheckoutEnd(on(no), f"{no}-P1"), city.ctx("system", DAY))
    collect_fee(Takings(on(no), "pos", reference="1"), city.ctx("clerk", DAY))
    trade = Trade("M", f"{no}-P1", f"T{no}", _SUM, "TRADE_SUCCESS")
    book_online(Booking(on(no), trade, DAY), city.ctx("system", DAY))
    came = Collection.objects.filter(region_code="990100").latest("id")
    ask_refund(Return(on(no), came.id, "重复支付", _SUM), city.ctx("clerk", DAY))
    row = Refund.objects.filter(region_code="990100").latest("id")
    answer_refund(RefundAnswer(on(no), row.id, agree=True), city.ctx("manager", DAY))
    pay_refund(RefundOutcome(on(no), row.id, reference="R1"), city.ctx("system", DAY))
