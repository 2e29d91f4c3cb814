"""收费窗口: what is taken, what goes back, by whom, and the end of the day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.fees.desk import CASH, DAY, REGION, SUM, collection, mining_city, paid, refund, told
from tests.acts.special.world import case
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.books.close_till import TillCount, close_till
from yichuang.acts.fees.collect import Takings, collect_fee
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.acts.inspection.doctor import examine
from yichuang.records.documents.models import Document
from yichuang.records.fees.models import Fee, TillClosing
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
NEXT = date(2026, 3, 17)


@pytest.fixture
def city(db: None) -> City:
    return mining_city()


def sound() -> None:
    assert list(examine(REGION, directory())) == []


def test_cash_with_change_and_a_numbered_receipt(city: City) -> None:
    no = paid(city)
    row, paper = collection(), Document.objects.get(region_code=REGION, kind="fee_receipt")
    assert (row.amount, row.change, row.standing) == (SUM, CASH - SUM, "settled")
    assert (paper.no, paper.fields["total"], paper.fields["method"]) == (row.no, SUM, "现金")
    assert case(no).certificate_by == date(2026, 3, 19)
    refused("fee_paid", lambda: collect_fee(Takings(on(no), "cash", tendered=CASH), city.ctx("clerk", DAY)))
    sound()


@pytest.mark.parametrize(
    ("code", "wish"),
    [
        ("fee_method", {"method": "bitcoin"}),
        ("fee_tendered_missing", {"method": "cash"}),
        ("fee_tendered_short", {"method": "cash", "tendered": SUM - 1}),
        ("fee_reference_missing", {"method": "pos", "reference": " "}),
    ],
)
def test_what_the_desk_does_not_take(city: City, code: str, wish: dict[str, str]) -> None:
    no = told(city)
    refused(code, lambda: collect_fee(Takings(on(no), **wish), city.ctx("clerk", DAY)))  # type: ignore[arg-type]


def test_after_the_last_day_the_desk_takes_nothing(city: City) -> None:
    no, late = told(city), city.ctx("clerk", date(2026, 4, 16))
    refused("fee_overdue", lambda: collect_fee(Takings(on(no), "cash", tendered=CASH), late))
    refused("fee_overdue", lambda: open_checkout(CheckoutWish(on(no)), late))
    long = Takings(on(no), "pos", reference="9" * 65)
    refused("typed_too_long", lambda: collect_fee(long, city.ctx("clerk", DAY)))


def test_a_wrong_entry_is_undone_the_same_day_by_two(city: City) -> None:
    no = paid(city)
    wish = Return(on(no), collection().id, "金额收错", kind="reversal")
    ask_refund(wish, city.ctx("chief", DAY))
    answer = RefundAnswer(on(no), refund().id, agree=True)
    refused("same_person", lambda: answer_refund(answer, city.ctx("chief", DAY)))
    answer_refund(answer, city.ctx("manager", DAY))
    assert (collection().reversed_on, refund().state) == (DAY, "paid")
    assert (Fee.objects.get(region_code=REGION).paid_on, case(no).certificate_by) == (None, None)
    refused("fee_unpaid", lambda: decide(Decision(on(no), True, "", "依据"), city.ctx("deputy", DAY)))
    collect_fee(Takings(on(no), "pos", reference="99"), city.ctx("clerk", DAY))
    refused("refund_answered", lambda: answer_refund(answer, city.ctx("manager", DAY)))
    sound()


def test_no_reversal_after_the_day_or_the_decision(city: City) -> None:
    no = paid(city)
    wish = Return(on(no), collection().id, "收错", kind="reversal")
    refused("reversal_late", lambda: ask_refund(wish, city.ctx("clerk", NEXT)))
    decide(Decision(on(no), True, "", "依据"), city.ctx("deputy", DAY))
    refused("reversal_relied_on", lambda: ask_refund(wish, city.ctx("clerk", DAY)))


def test_a_part_goes_back_with_a_receipt(city: City) -> None:
    no = paid(city, method="transfer")
    ctx, part = city.ctx("clerk", NEXT), Return(on(no), collection().id, "减免", SUM // 2)
    refused("refund_running", lambda: ask_refund(Return(on(no), collection().id, "多收", SUM), ctx))
    refused("refund_amount", lambda: ask_refund(Return(on(no), collection().id, "多收", SUM + 1), ctx))
    refused("reason_missing", lambda: ask_refund(Return(on(no), collection().id, " ", 1), ctx))
    ask_refund(part, city.ctx("clerk", NEXT))
    outcome = RefundOutcome(on(no), refund().id, reference="T1")
    refused("refund_not_approved", lambda: pay_refund(outcome, city.ctx("clerk", NEXT)))
    answer_refund(RefundAnswer(on(no), refund().id, agree=True), city.ctx("manager", NEXT))
    refused("fee_reference_missing", lambda: pay_refund(RefundOutcome(on(no), refund().id), city.ctx("clerk", NEXT)))
    pay_refund(outcome, city.ctx("clerk", NEXT))
    assert Document.objects.get(region_code=REGION, no=refund().no).fields["refund"] is True
    refused("refund_amount", lambda: ask_refund(Return(on(no), collection().id, "再退", SUM), city.ctx("clerk", NEXT)))
    sound()


def test_a_refund_is_declined_with_a_reason(city: City) -> None:
    no = paid(city)
    decide(Decision(on(no), False, "存在矿业权纠纷", "依据"), city.ctx("deputy", DAY))
    ask_refund(Return(on(no), collection().id, "不予许可", SUM), city.ctx("clerk", DAY))
    answer = RefundAnswer(on(no), refund().id, agree=False)
    refused("reason_missing", lambda: answer_refund(answer, city.ctx("manager", DAY)))
    answer_refund(RefundAnswer(on(no), refund().id, agree=False, words="费用已用于勘查"), city.ctx("manager", DAY))
    assert refund().state == "declined"


def test_the_till_is_counted_once(city: City) -> None:
    no, ctx = paid(city), city.ctx
    refused("till_reason", lambda: close_till(TillCount(REGION, SUM - 100), ctx("clerk", DAY)))
    close_till(TillCount(REGION, SUM - 100, "找零多付一元"), ctx("clerk", DAY, key="till-key-1"))
    assert close_till(TillCount(REGION, SUM - 100, "找零多付一元"), ctx("clerk", DAY, key="till-key-1")).repeated
    assert TillClosing.objects.get(region_code=REGION).difference == -100
    refused("till_closed", lambda: close_till(TillCount(REGION, 0), ctx("clerk", DAY)))
    other = told(city)
    refused("till_closed", lambda: collect_fee(Takings(on(other), "pos", reference="1"), ctx("clerk", DAY)))
    late = Return(on(no), collection().id, "收错", kind="reversal")
    refused("reversal_late", lambda: ask_refund(late, ctx("chief", DAY)))
    collect_fee(Takings(on(other), "pos", reference="1"), ctx("chief", DAY))
    sound()
