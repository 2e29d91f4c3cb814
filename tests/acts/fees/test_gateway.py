"""平台通知: repeated, reordered, forged, late, unknown, at the same moment; each payment is booked once or kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.fees.desk import DAY, REGION, SUM, collection, mining_city, refund, told
from tests.acts.special.world import case
from tests.acts.test_refusals import refused
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.books.explain import Explanation, explain
from yichuang.acts.fees.close_checkout import CheckoutEnd, close_checkout
from yichuang.acts.fees.gateway import arrival
from yichuang.acts.fees.gateway.arrival import Arrived, arrive
from yichuang.acts.fees.gateway.protocol import RSA2, SM3, signed
from yichuang.acts.fees.gateway.terms import Terms, set_up, terms_in
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.faces.terminal.sandbox.notices import Sender
from yichuang.faces.terminal.sandbox.trades import CLOSED, SUCCESS, Trade
from yichuang.records.fees.models import Checkout, Collection, Fee, Unexplained
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
MERCHANT, LATE = "M-1", date(2026, 4, 16)


class Wire:
    """Both sides of the gateway, and the payment of one case."""

    def __init__(self, city: City, folder: Path, kind: str = SM3) -> None:
        agreed = {"url": "http://127.0.0.1:1", "merchant": MERCHANT, "sign_type": kind, "region": REGION}
        self.sender = Sender(set_up(folder, agreed), MERCHANT)
        terms = terms_in(folder)
        assert terms is not None
        self.terms: Terms = terms
        self.city, self.no = city, told(city)
        open_checkout(CheckoutWish(on(self.no)), city.ctx("clerk", DAY))
        checkout = Checkout.objects.get(region_code=REGION)
        self.trade = Trade("SB1", checkout.no, SUM, "", "", "", SUCCESS, "2026-03-16 11:00:00")

    def notice(self, status: str = SUCCESS, **more: str) -> dict[str, str]:
        return self.sender.notice(self.trade, status, **more)

    def tell(self, params: dict[str, str], day: date = DAY, **later: Any) -> Arrived:
        return arrive(params, self.terms, now=datetime.now(UTC) + timedelta(**later), at=self.city.ctx("clerk", day).at)


@pytest.fixture
def wire(db: None, tmp_path: Path) -> Wire:
    return Wire(mining_city(), tmp_path)


def count() -> int:
    return Collection.objects.filter(region_code=REGION).count()


def entries() -> int:
    return Entry.objects.filter(region_code=REGION).count()


def sound() -> None:
    assert list(examine(REGION, directory())) == []


def test_repeated_is_booked_once(wire: Wire) -> None:
    first = wire.notice()
    assert [wire.tell(first).taken, wire.tell(first).taken, wire.tell(wire.notice()).taken] == [True] * 3
    assert (count(), collection().standing, collection().method) == (1, "settled", "online")
    assert Fee.objects.get(region_code=REGION).paid_on == DAY
    assert case(wire.no).certificate_by == date(2026, 3, 19)
    again = wire.tell(wire.notice()).filed
    assert again is not None
    assert again.repeated
    sound()


def test_rsa_is_as_good(db: None, tmp_path: Path) -> None:
    wire = Wire(mining_city(), tmp_path, RSA2)
    good = wire.notice()
    assert not wire.tell(good | {"sign": good["sign"][:-8] + "AAAAAAA="}).taken
    assert wire.tell(good).taken


def test_forged_changes_nothing(wire: Wire, tmp_path: Path) -> None:
    good, before = wire.notice(), entries()
    liar = Sender(set_up(tmp_path / "liar", {"sign_type": SM3, "url": "http://x", "merchant": MERCHANT}), MERCHANT)
    alone = {name: value for name, value in good.items() if name != "sign"}
    other = signed({**good, "merchant_id": "M-2"}, wire.sender.keys, datetime.now(UTC))
    for lie in (
        liar.notice(wire.trade, SUCCESS), good | {"total_amount": "1.00"}, good | {"out_trade_no": "JN-2026-000009-P1"},
        good | {"trade_no": "SB2"}, good | {"sign_type": RSA2}, alone, alone | {"sign": "!"}, other, {},
    ):  # fmt: skip
        assert not wire.tell(lie).taken
    assert not wire.tell(good, minutes=11).taken
    assert not arrive(good, None, now=datetime.now(UTC), at=wire.city.ctx("clerk", DAY).at).taken
    assert (entries(), count()) == (before, 0)


def test_out_of_turn(wire: Wire) -> None:
    assert wire.tell(wire.notice("WAIT_BUYER_PAY")).taken
    assert wire.tell(wire.notice(CLOSED)).taken
    assert Checkout.objects.get(region_code=REGION).state == "closed"
    assert wire.tell(wire.notice()).taken
    assert wire.tell(wire.notice(CLOSED)).taken
    assert (Checkout.objects.get(region_code=REGION).state, collection().standing) == ("paid", "settled")
    sound()


def test_what_is_paid_after_the_last_day_waits_to_go_back(wire: Wire) -> None:
    wire.trade = replace(wire.trade, paid_at="2026-04-16 00:00:01")
    assert wire.tell(wire.notice(), LATE).taken
    assert (collection().standing, collection().why) == ("surplus", "after_due")


def test_after_the_lapse_it_waits_to_go_back(wire: Wire) -> None:
    ctx = wire.city.ctx
    refused("checkout_open", lambda: lapse_fee(Lapse(on(wire.no)), ctx("deputy", LATE)))
    close_checkout(CheckoutEnd(on(wire.no), wire.trade.out_trade_no), ctx("system", LATE))
    lapse_fee(Lapse(on(wire.no)), ctx("deputy", LATE))
    assert wire.tell(wire.notice(), LATE).taken
    assert (collection().standing, collection().why) == ("surplus", "after_lapse")
    assert case(wire.no).outcome == "denied"
    ask_refund(Return(on(wire.no), collection().id, "逾期后到账", SUM), ctx("clerk", LATE))
    answer_refund(RefundAnswer(on(wire.no), refund().id, agree=True), ctx("manager", LATE))
    outcome = RefundOutcome(on(wire.no), refund().id, reference="R1")
    refused("refund_by_gateway", lambda: pay_refund(outcome, ctx("clerk", LATE)))
    pay_refund(replace(outcome, through=False, words="余额不足"), ctx("system", LATE))
    assert refund().state == "failed"
    pay_refund(outcome, ctx("system", LATE))
    assert (refund().state, refund().reference) == ("paid", "R1")
    sound()


def test_paid_twice_the_second_waits_to_go_back(wire: Wire) -> None:
    wire.tell(wire.notice())
    assert wire.tell(wire.notice(trade_no="SB1B")).taken
    assert (count(), collection().why) == (2, "paid_before")
    sound()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"out_trade_no": "JN-2026-009999-P1"}, "case_unknown"),
        ({"out_trade_no": "whatever"}, "case_unknown"),
        ({"total_amount": "1.00"}, "checkout_amount"),
    ],
)
def test_what_nobody_knows_is_kept_once(wire: Wire, change: dict[str, str], why: str) -> None:
    lost = {**wire.notice(), **change}
    for _ in range(2):
        assert wire.tell(signed(lost, wire.sender.keys, datetime.now(UTC))).taken
    row = Unexplained.objects.get(region_code=REGION)
    assert (row.why, row.trade_no, count()) == (why, "SB1", 0)
    refused("reason_missing", lambda: explain(Explanation(REGION, row.id, " "), wire.city.ctx("manager", DAY)))
    refused("not_yours", lambda: explain(Explanation(REGION, row.id, "x"), wire.city.ctx("clerk", DAY)))
    explain(Explanation(REGION, row.id, "测试款，已请平台退回"), wire.city.ctx("manager", DAY))
    refused("stray_settled", lambda: explain(Explanation(REGION, row.id, "x"), wire.city.ctx("manager", DAY)))
    sound()


def test_one_payment_at_a_time(wire: Wire) -> None:
    ctx = wire.city.ctx("clerk", DAY)
    refused("checkout_open", lambda: open_checkout(CheckoutWish(on(wire.no)), ctx))
    end = CheckoutEnd(on(wire.no), wire.trade.out_trade_no)
    close_checkout(end, wire.city.ctx("system", DAY))
    refused("checkout_over", lambda: close_checkout(end, wire.city.ctx("system", DAY)))
    refused("checkout_unknown", lambda: close_checkout(CheckoutEnd(on(wire.no), "x"), wire.city.ctx("system", DAY)))
    open_checkout(CheckoutWish(on(wire.no)), wire.city.ctx("clerk", DAY))
    wire.tell(wire.notice())
    refused("fee_paid", lambda: open_checkout(CheckoutWish(on(wire.no)), wire.city.ctx("clerk", DAY)))


def test_without_the_signature_check_a_forgery_is_money(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "genuine", lambda *args: True)
    assert wire.tell(wire.notice() | {"sign": "!", "trade_no": "SB-liar"}).taken
    assert collection().reference == "SB-liar"


def test_without_the_time_window_a_recording_is_taken(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    old = wire.notice()
    monkeypatch.setattr(arrival, "fresh", lambda *args: True)
    assert wire.tell(old, days=400).taken


def test_without_the_key_the_table_still_takes_a_trade_once(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    keyed = arrival._context
    monkeypatch.setattr(arrival, "_context", lambda trade, at: replace(keyed(trade, at), key=None))
    assert wire.tell(wire.notice()).taken
    with pytest.raises(Conflict):
        wire.tell(wire.notice())
    assert count() == 1


def test_a_closed_payment_that_takes_no_money_loses_none(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    def naive(*args: object) -> None:
        raise Refused("checkout_over", "XKF-59")

    monkeypatch.setattr(arrival, "book_online", naive)
    wire.tell(wire.notice(CLOSED))
    assert wire.tell(wire.notice()).taken
    assert (count(), Unexplained.objects.get(region_code=REGION).why) == (0, "checkout_over")
