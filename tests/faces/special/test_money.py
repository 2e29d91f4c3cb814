"""收费 through its pages: the desk, the applicant, the gateway's call-backs over HTTP, the centre."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from tests.acts.city import City, on
from tests.acts.fees.desk import REGION, SUM, collection, mining_city, paid, refund, told, with_second_manager
from tests.faces.special.test_pages import Visitor, at
from yichuang.acts.fees.books.reconcile import DayStatement, reconcile
from yichuang.acts.fees.gateway import client
from yichuang.acts.fees.gateway.protocol import SM3, signed
from yichuang.acts.fees.gateway.terms import terms_in
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.faces.portal.paying import notify as notify_page
from yichuang.faces.terminal.sandbox.serve import Gateway, open_gateway
from yichuang.records.cases.models import Case
from yichuang.records.fees.models import Checkout, Collection, FeeStandard, TillClosing, Unexplained
from yichuang.rules.fees.reconciling import PAY, Line

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    at(TODAY, monkeypatch)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")
    settings.YICHUANG_GATEWAY = tmp_path / "gateway"


@pytest.fixture
def city(db: None) -> City:
    return mining_city()


@pytest.fixture
def sandbox(settings: Any) -> Iterator[Gateway]:
    """The real gateway on a real socket."""
    server = open_gateway(settings.YICHUANG_GATEWAY, 0, SM3, REGION)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def owned(city: City, no: str) -> Visitor:
    """Make the case the resident's, and let him in."""
    Case.objects.filter(region_code=REGION, no=no).update(owner=city.people["resident"])
    return Visitor(city, "resident")


def browse(address: str, **fields: str) -> str:
    """Open a page of the sandbox, or post a form of it."""
    with urlopen(address, urlencode(fields).encode() if fields else None, timeout=5) as answer:
        return str(answer.read().decode())


def test_the_desk_takes_undoes_and_closes(city: City) -> None:
    no, clerk, chief = told(city), Visitor(city, "clerk"), Visitor(city, "chief")
    assert no in clerk.words("/desk/cash/")
    assert clerk.client.get("/desk/cash/", {"no": no.lower()}).headers["Location"] == f"/desk/cash/{no}/"
    assert "人民币壹万贰仟元伍角" in clerk.words(f"/desk/cash/{no}/")
    assert clerk.post(no, f"/desk/cash/{no}/", do="collect", method="cash", tendered="12,000") == 422
    assert clerk.post(no, f"/desk/cash/{no}/", do="collect", method="cash", tendered="12,100.00") == 302
    assert "找零 99.50 元" in clerk.words(f"/desk/cash/{no}/")
    receipt = collection().no
    assert clerk.client.get("/desk/cash/", {"no": receipt}).headers["Location"] == f"/desk/cash/{no}/"
    assert clerk.client.get("/desk/cash/", {"no": "不存在"}).status_code == 404
    assert clerk.post(no, f"/desk/cash/{no}/", do="reverse", row=collection().id, reason="收错") == 302
    assert clerk.post(no, f"/desk/cash/{no}/", do="agree", row=refund().id) == 422
    assert chief.post(no, f"/desk/cash/{no}/", do="agree", row=refund().id) == 302
    assert "已冲正" in clerk.words(f"/desk/cash/{no}/")
    assert clerk.post(no, "/desk/cash/close/", counted="1") == 422
    assert clerk.post(no, "/desk/cash/close/", counted="0.00") == 302
    assert TillClosing.objects.get(region_code=REGION).difference == 0
    assert "您今天已经日结" in clerk.words("/desk/cash/")


@pytest.mark.parametrize(
    ("tendered", "words"),
    [
        ("", "没有填实收现金"),
        ("nan", "金额写法不对"),
        ("1e308", "金额写法不对"),
        ("9" * 20, "金额太大"),
        ("1", "少于应缴"),
    ],
)
def test_what_is_wrong_with_the_cash_is_said(city: City, tendered: str, words: str) -> None:
    no, clerk = told(city), Visitor(city, "clerk")
    fields = {"do": "collect", "method": "cash", "tendered": tendered, "key": "key-of-cash"}
    answer = clerk.client.post(f"/desk/cash/{no}/", fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_after_the_day_is_closed_nothing_is_offered(city: City) -> None:
    no, clerk = told(city), Visitor(city, "clerk")
    assert clerk.post(no, "/desk/cash/close/", counted="0") == 302
    words = clerk.words(f"/desk/cash/{no}/")
    assert "您今天已经日结" in words
    assert "收款并开收据" not in words


def test_a_payment_begun_on_line_is_cleared_before_cash(city: City, sandbox: Gateway) -> None:
    no, clerk = told(city), Visitor(city, "clerk")
    visitor, url = owned(city, no), f"http://127.0.0.1:{sandbox.server_address[1]}"
    assert visitor.post(no, f"/my/cases/{no}/pay/", do="open") == 302
    assert f"{no}-P1" in clerk.words(f"/desk/cash/{no}/")
    page = visitor.words(f"/my/cases/{no}/pay/").replace("&amp;", "&")
    browse(page[page.index(f"{url}/pay?") :].split('"')[0])
    browse(f"{url}/do", no=f"{no}-P1", do="pay", way="silent")
    assert clerk.post(no, f"/desk/cash/{no}/", do="collect", method="cash", tendered="12000.50") == 302
    assert (collection().method, Collection.objects.filter(region_code=REGION).count()) == ("online", 1)
    assert "去支付平台付款" not in visitor.words(f"/my/cases/{no}/pay/")


def test_where_the_gateway_is_silent_the_payer_is_asked(city: City) -> None:
    no, clerk = told(city), Visitor(city, "clerk")
    visitor = owned(city, no)
    open_checkout(CheckoutWish(on(no)), city.ctx("clerk", TODAY))
    fields = {"do": "collect", "method": "cash", "tendered": "12000.50"}
    assert clerk.post(no, f"/desk/cash/{no}/", **fields) == 422
    assert clerk.post(no, f"/desk/cash/{no}/", **fields, asked="yes") == 302
    words = visitor.words(f"/my/cases/{no}/pay/")
    assert "不用再付" in words
    assert "去支付平台付款" not in words


def test_the_manager_answers_a_refund_and_it_is_shown_as_gone(city: City) -> None:
    no, clerk, manager = paid(city), Visitor(city, "clerk"), Visitor(city, "manager")
    assert collection().no in clerk.words(f"/desk/cash/{no}/")
    desk, page = f"/desk/cash/{no}/", "/centre/money/refunds/"
    assert clerk.post(no, desk, do="refund", row=collection().id, amount="1", reason="多收", method="cash") == 302
    assert "多收" in manager.words(page)
    assert manager.post(no, page, row=refund().id, case=no, do="decline") == 422
    assert manager.post(no, page, row=refund().id, case=no, do="agree") == 302
    assert refund().state == "approved"
    assert "没有等审批的退付" in manager.words(page)


def test_nobody_pays_on_line_without_a_gateway(city: City) -> None:
    no = told(city)
    visitor = owned(city, no)
    assert "还没有开通网上缴费" in visitor.words(f"/my/cases/{no}/pay/")
    assert visitor.post(no, f"/my/cases/{no}/pay/") == 422
    assert not Checkout.objects.filter(region_code=REGION).exists()


def test_on_line_through_the_real_gateway(city: City, sandbox: Gateway) -> None:
    no = told(city)
    visitor, url = owned(city, no), f"http://127.0.0.1:{sandbox.server_address[1]}"
    assert visitor.post(no, f"/my/cases/{no}/pay/", do="open") == 302
    page = visitor.words(f"/my/cases/{no}/pay/").replace("&amp;", "&")
    link = page[page.index(f"{url}/pay?") :].split('"')[0]
    assert "确认支付" in browse(link)
    assert "签名不对" in _refused(link.replace("12000.50", "0.01"))
    checkout = dict(parse_qsl(urlsplit(link).query))["out_trade_no"]
    assert visitor.post(no, f"/my/cases/{no}/pay/", do="ask") == 302
    assert "还没有收到这笔款" in visitor.words(f"/my/cases/{no}/pay/")
    assert "已支付" in browse(f"{url}/do", no=checkout, do="pay", way="silent")
    assert visitor.post(no, f"/my/cases/{no}/pay/", do="ask") == 302
    assert "已缴清" in visitor.words(f"/my/cases/{no}/pay/")
    assert (collection().amount, collection().method) == (SUM, "online")
    clerk, chief = Visitor(city, "clerk"), Visitor(city, "chief")
    assert clerk.post(no, f"/desk/cash/{no}/", do="refund", row=collection().id, amount="0.50", reason="多收") == 302
    assert chief.post(no, f"/desk/cash/{no}/", do="agree", row=refund().id) == 302
    assert (refund().state, sandbox.trades.latest()[0].refunds) == ("paid", {refund().id.hex: 50})
    manager = Visitor(city, "manager")
    assert manager.post(no, f"/centre/money/days/{TODAY}/") == 302
    assert "2 处差异" in manager.words(f"/centre/money/days/{TODAY}/")  # the gateway lives on the real day


def _refused(link: str) -> str:
    from urllib.error import HTTPError

    with pytest.raises(HTTPError) as fault:
        browse(link)
    return fault.value.read().decode()


def test_the_gateway_is_a_process_of_its_own(tmp_path: Path) -> None:
    port, folder, now = _free_port(), tmp_path / "site", datetime.now(UTC)
    command = [sys.executable, "-m", "yichuang.faces.terminal.main", "sandbox-gateway", "--port", str(port)]
    with subprocess.Popen([*command, "--data", str(folder)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert str(port) in process.stdout.readline()
            terms = terms_in(folder / "gateway")
            assert terms is not None
            wish = {"out_trade_no": "JN-1-P1", "total_amount": "5.00", "subject": "费用"}
            browse(client.pay_address(terms, wish, now))
            assert client.trade_query(terms, "JN-1-P1", now)["trade_status"] == "WAIT_BUYER_PAY"
            browse(f"{terms.url}/do", no="JN-1-P1", do="pay", way="silent")
            trade = client.trade_query(terms, "JN-1-P1", now)["trade_no"]
            assert client.refund(terms, trade, "R1", 600, now)["refund_status"] == "REFUND_FAIL"
            assert client.trade_close(terms, "JN-1-P1", now)["trade_status"] == "TRADE_SUCCESS"
            with pytest.raises(client.GatewayAway):
                client.trade_query(replace(terms, merchant="M-2"), "JN-1-P1", now)
        finally:
            process.terminate()
    assert not client.reachable(terms)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_crash_between_booking_and_answer(
    city: City, sandbox: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    no = told(city)
    open_checkout(CheckoutWish(on(no)), city.ctx("clerk", TODAY))
    told_of = {
        "merchant_id": sandbox.sender.merchant, "out_trade_no": f"{no}-P1", "trade_no": "SB7",
        "total_amount": "12000.50",
        "trade_status": "TRADE_SUCCESS", "gmt_payment": "2026-03-16 10:30:00",
    }  # fmt: skip
    message, caller = signed(told_of, sandbox.sender.keys, datetime.now(UTC)), Client(raise_request_exception=False)
    with monkeypatch.context() as patch:
        patch.setattr(notify_page, "after_filing", lambda *args: 1 / 0)
        assert caller.post("/pay/notify/", message).status_code == 500
    again = caller.post("/pay/notify/", message)
    assert (again.content, Collection.objects.filter(region_code=REGION).count()) == (b"success", 1)
    assert caller.post("/pay/notify/", message | {"total_amount": "1.00"}).content == b"fail"
    assert caller.post("/pay/notify/", {}).content == b"fail"
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/pay/notify/", signed(told_of, sandbox.sender.keys, datetime.now(UTC))).content == b"success"


def test_the_centre_sees_totals_and_every_difference(city: City) -> None:
    paid(city, method="pos")
    line = Line(PAY, "SB9", "", 100)
    reconcile(DayStatement(REGION, TODAY, [line]), city.ctx("manager", TODAY))
    manager = Visitor(city, "manager")
    words = manager.words("/centre/money/?by=method")
    assert "POS刷卡" in words
    assert "1 处差异" in words
    assert "对账单有、账上没有" in manager.words(f"/centre/money/days/{TODAY}/")
    assert manager.client.get("/centre/money/days/2027-01-01/").status_code == 404
    answer = manager.client.get("/centre/money/totals.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    assert book.get_sheet_by_name("按部门").to_python()[-1] == ["合计", 1.0, 12000.5, 0.0, 12000.5]


def test_a_standard_works_the_fee_out(city: City) -> None:
    from tests.acts.special.world import deciding

    manager, no = Visitor(city, "manager"), deciding(city, TODAY)
    fields = {
        "charge": f"{city.promised.id} 采矿权使用费", "unit": "平方公里", "price": "1000", "ceiling": "5000",
        "basis": "矿业权费标准", "reductions": "贫困矿区｜第八条｜50", "effective_on": str(TODAY),
        "document_no": "嘉发改价格〔2026〕1号",
    }  # fmt: skip
    assert manager.post(no, "/centre/money/standards/", **fields | {"effective_on": "2026-03-15"}) == 422
    assert manager.post(no, "/centre/money/standards/", **fields) == 302
    row = FeeStandard.objects.get(region_code=REGION)
    assert (row.ceiling, row.state) == (500000, "proposed")
    second = Visitor(with_second_manager(city), "second")
    reviewer, answer = Visitor(city, "reviewer"), "/centre/money/standards/"
    assert "平方公里" not in reviewer.words(f"/cases/{no}/fee-assess/")
    assert manager.post(no, answer, do="approve", row=row.id) == 422
    assert second.post(no, answer, do="approve", row=row.id) == 302
    assert "平方公里" in reviewer.words(f"/cases/{no}/fee-assess/")
    assert reviewer.post(no, f"/cases/{no}/fee-assess/", fee0="2.5", cut0="贫困矿区") == 302
    assert "1,250.00 元" in reviewer.words(f"/cases/{no}/")


def test_the_inbox(city: City, sandbox: Gateway) -> None:
    lost = {
        "merchant_id": sandbox.sender.merchant, "out_trade_no": "X-1", "trade_no": "SB8", "total_amount": "3.00",
        "trade_status": "TRADE_SUCCESS",
    }  # fmt: skip
    assert Client().post("/pay/notify/", signed(lost, sandbox.sender.keys, datetime.now(UTC))).content == b"success"
    manager, row = Visitor(city, "manager"), Unexplained.objects.get(region_code=REGION)
    assert "3.00 元" in manager.words("/centre/money/strays/")
    answer = manager.client.post("/centre/money/strays/", {"key": "key-of-a-stray", "row": row.id, "words": "测试款"})
    assert answer.status_code == 302
    assert "已查清" in manager.words("/centre/money/strays/")
    before_all_books = "until=0001-01-05&since=0001-01-01"
    for address in ("/centre/money/", "/centre/money/totals.xlsx"):
        assert manager.client.get(f"{address}?{before_all_books}").status_code == 200
