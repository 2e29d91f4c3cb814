"""对账 for real: the sandbox as a process of its own, its call-backs over HTTP, its statement, every difference."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.test import Client

from tests.acts.city import on
from tests.acts.fees.desk import REGION, SUM, mining_city, told
from tests.faces.special.test_money import _free_port, browse
from tests.faces.special.test_pages import Visitor, at
from yichuang.acts.fees.answer_refund import RefundAnswer, answer_refund
from yichuang.acts.fees.ask_refund import Return, ask_refund
from yichuang.acts.fees.gateway import client
from yichuang.acts.fees.gateway.asking import poll
from yichuang.acts.fees.gateway.statement import reconcile_yesterday
from yichuang.acts.fees.gateway.terms import Terms, terms_in
from yichuang.acts.fees.open_checkout import CheckoutWish, open_checkout
from yichuang.acts.inspection.doctor import examine
from yichuang.faces.terminal.sandbox.notices import Sender
from yichuang.faces.terminal.sandbox.trades import Trade
from yichuang.records.fees.days import report_of
from yichuang.records.fees.models import Collection, Refund
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)
HEARD: Queue[dict[str, str]] = Queue()


class _Merchant(BaseHTTPRequestHandler):
    """Our side of the wire: keeps what the gateway tells, to be passed on by the test."""

    def do_POST(self) -> None:
        HEARD.put(dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode())))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"success")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _listening() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Merchant)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _process(folder: Path) -> Iterator[Terms]:
    command = [sys.executable, "-m", "yichuang.faces.terminal.main", "sandbox-gateway", "--port", str(_free_port())]
    command += ["--data", str(folder), "--day", str(TODAY), "--sign", "SM3-HMAC"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert "支付沙箱" in process.stdout.readline()
            terms = terms_in(folder / "gateway")
            assert terms is not None
            yield terms
        finally:
            process.terminate()


@pytest.fixture
def pay(db: None, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Return what lets one case be paid on the gateway's own page; its call-backs go through our public address."""
    at(TODAY, monkeypatch)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")
    settings.YICHUANG_GATEWAY = tmp_path / "gateway"
    city = mining_city()
    with _listening() as notify_url, _process(tmp_path) as terms:

        def paid(way: str = "normal", bill: str = "right", notices: int = 1, said: bytes = b"success") -> str:
            no = told(city)
            open_checkout(CheckoutWish(on(no)), city.ctx("clerk", TODAY))
            wish = {"out_trade_no": f"{no}-P1", "total_amount": "12000.50", "subject": "费", "notify_url": notify_url}
            browse(client.pay_address(terms, wish, datetime.now(UTC)))
            browse(f"{terms.url}/do", no=f"{no}-P1", do="pay", way=way, bill=bill)
            answers = [Client().post("/pay/notify/", HEARD.get(timeout=5)).content for _ in range(notices)]
            assert answers == [said] * notices
            return no

        paid.city, paid.terms = city, terms  # type: ignore[attr-defined]
        yield paid


def found() -> list[tuple[str, str, int | None, int | None]]:
    """Return the differences of the latest report."""
    report = report_of(REGION, TODAY)
    assert report is not None
    return sorted((one["what"], one["case_no"], one["booked"], one["stated"]) for one in report.differences)


def trades(no: str) -> list[tuple[str, str]]:
    rows = Collection.objects.filter(region_code=REGION, case__region_code=REGION, case__no=no)
    return list(rows.order_by("id").values_list("standing", "why"))


def test_every_kind_of_difference(pay: Any) -> None:
    pay()
    untold, manager = pay("untold"), Visitor(pay.city, "manager")
    left_out, other, failed, doubled = (pay(bill=bill) for bill in ("left_out", "other_sum", "not_through", "doubled"))
    address = f"/centre/money/days/{TODAY}/"
    assert manager.post(untold, address) == 302
    assert found() == sorted([
        ("amount", other, SUM, SUM + 100), ("extra", left_out, SUM, None), ("missing", untold, None, SUM),
        ("state", failed, SUM, SUM), ("twice", doubled, None, SUM),
    ])  # fmt: skip
    page = manager.words(address)
    assert all(words in page for words in ("金额不符", "账上有、对账单没有", "对账单有、账上没有", "状态不符", "重复"))
    (missing,) = [one["key"] for one in report_of(REGION, TODAY).differences if one["what"] == "missing"]  # type: ignore[union-attr]
    assert manager.post(untold, address, trade="SB-nobody") == 422
    assert manager.post(untold, address, trade=missing) == 302
    assert trades(untold) == [("settled", ""), ("surplus", "paid_before")]
    assert [what for what, *_ in found()] == ["amount", "extra", "state", "twice"]
    assert manager.post(untold, address, trade=missing) == 302
    assert len(trades(untold)) == 2
    assert list(examine(REGION, directory())) == []


def test_paid_twice_agrees_and_the_second_goes_back(pay: Any) -> None:
    no, ctx = pay("twice", notices=2), pay.city.ctx
    assert trades(no) == [("settled", ""), ("surplus", "paid_before")]
    second = Collection.objects.filter(region_code=REGION, standing="surplus").get()
    ask_refund(Return(on(no), second.id, "重复支付", SUM), ctx("clerk", TODAY))
    row = Refund.objects.get(region_code=REGION)
    answer_refund(RefundAnswer(on(no), row.id, agree=True), ctx("manager", TODAY))
    now = datetime.now(UTC)
    assert poll(pay.terms, now=now, at=ctx("system", TODAY).at).refunded == 1
    tomorrow = ctx("system", date(2026, 3, 17))
    assert reconcile_yesterday(pay.terms, tomorrow, now) == 1
    assert reconcile_yesterday(pay.terms, tomorrow, now) == 0
    report = report_of(REGION, TODAY)
    assert report is not None
    assert (report.differences, report.booked, report.stated, report.lines) == ([], SUM, SUM, 3)


WAYS = {"repeated": (5, b"success"), "turned": (2, b"success"), "forged": (1, b"fail"), "amount": (1, b"fail"),
        "other": (1, b"fail")}  # fmt: skip


def test_call_backs_of_a_process(pay: Any) -> None:
    cases = {way: pay(way, notices=notices, said=said) for way, (notices, said) in WAYS.items()}
    honest = {way for way, no in cases.items() if trades(no) == [("settled", "")]}
    assert (honest, Collection.objects.filter(region_code=REGION).count()) == ({"repeated", "turned"}, 2)
    later = pay.city.ctx("system", date(2026, 3, 17)).at
    assert poll(pay.terms, now=datetime.now(UTC), at=later).booked == 3
    assert [trades(no) for no in cases.values()] == [[("settled", "")]] * 5


def test_late(pay: Any) -> None:
    """A late call-back: asked after first, told afterwards; booked once."""
    no = pay("silent", notices=0)
    later = pay.city.ctx("system", date(2026, 3, 17)).at
    assert poll(pay.terms, now=datetime.now(UTC), at=later).booked == 1
    paid = Collection.objects.get(region_code=REGION)
    trade = Trade(paid.reference, f"{no}-P1", SUM, "", "", "", "TRADE_SUCCESS", f"{TODAY} 10:00:00")
    late = Sender(pay.terms.keys, pay.terms.merchant).notice(trade, "TRADE_SUCCESS")
    assert Client().post("/pay/notify/", late).content == b"success"
    assert trades(no) == [("settled", "")]
