"""`./yc sandbox-gateway --port N`: a local payment gateway that speaks the real protocol."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from yichuang.acts.fees.gateway.protocol import RSA2, SM3, fresh, genuine, signed
from yichuang.acts.fees.gateway.terms import set_up
from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.sandbox import pages
from yichuang.faces.terminal.sandbox.notices import NORMAL, PAID_TWICE, WAYS, Sender, tell
from yichuang.faces.terminal.sandbox.trades import BILLS, CLOSED, NONE, RIGHT, SUCCESS, Trade, Trades
from yichuang.faces.terminal.serving import port_number
from yichuang.rules.fees.wire import yuan_of

_HOME = Path(__file__).resolve().parents[5]
_MOST = 100_000
MERCHANT = "YC-SANDBOX-001"


class Gateway(ThreadingHTTPServer):
    """The server with its payments and its keys."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], trades: Trades, sender: Sender) -> None:
        super().__init__(address, _Handler)
        self.trades, self.sender = trades, sender

    def answer(self, told: dict[str, str]) -> dict[str, str] | None:
        """Return the signed answer to a signed question, None for one that is not."""
        now = datetime.now(UTC)
        if (
            not genuine(told, self.sender.keys)
            or not fresh(told, now)
            or told.get("merchant_id") != self.sender.merchant
        ):
            return None
        method, number = told.get("method", ""), told.get("out_trade_no", "")
        if method == "trade.close":
            self.trades.settle(number, CLOSED, now)
        if method in ("trade.query", "trade.close"):
            row = self._stands(self.trades.find(number), number)
        elif method == "trade.refund":
            row = self.trades.give_back(told, now)
        elif method == "bill.query":
            row = {"content": self.trades.statement(told.get("bill_date", "-"))}
        else:
            return None
        return signed(row | {"request_nonce": told["nonce"]}, self.sender.keys, now)

    def _stands(self, trade: Trade | None, number: str) -> dict[str, str]:
        who = {"merchant_id": self.sender.merchant, "out_trade_no": number}
        if trade is None:
            return who | {"trade_status": NONE}
        return who | {
            "trade_no": trade.no, "total_amount": yuan_of(trade.fen), "trade_status": trade.status,
            "gmt_payment": trade.paid_at,
        }  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    server: Gateway

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        told = dict(parse_qsl(parts.query))
        if parts.path == "/sandbox.css":
            self._send(200, pages.STYLE, "text/css")
        elif parts.path == "/pay":
            self._pay(told)
        elif parts.path == "/":
            self._send(200, pages.list_page(self.server.trades.latest()))
        else:
            self._send(404, pages.wrong_page("没有这个页面。"))

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        told = dict(parse_qsl(self.rfile.read(min(length, _MOST)).decode("utf-8", "replace")))
        if self.path == "/gateway":
            answer = self.server.answer(told)
            words = json.dumps(answer or {"error": "bad signature"}, ensure_ascii=False)
            self._send(200 if answer else 400, words, "application/json")
        elif self.path == "/do":
            self._do(told)
        else:
            self._send(404, pages.wrong_page("没有这个页面。"))

    def _pay(self, told: dict[str, str]) -> None:
        keys = self.server.sender.keys
        if not genuine(told, keys) or not fresh(told, datetime.now(UTC)):
            self._send(400, pages.wrong_page("签名不对，或者链接已经过期。请回到商户页面重新发起。"))
            return
        trade = self.server.trades.begin(told)
        if trade is None:
            self._send(400, pages.wrong_page("金额或者支付单号不对。"))
            return
        self._send(200, pages.pay_page(trade) if trade.status not in (SUCCESS, CLOSED) else pages.done_page(trade))

    def _do(self, told: dict[str, str]) -> None:
        way, bill, trades = told.get("way", NORMAL), told.get("bill", RIGHT), self.server.trades
        status = SUCCESS if told.get("do") == "pay" else CLOSED
        known = way in WAYS and bill in BILLS
        trade = trades.settle(told.get("no", ""), status, datetime.now(UTC), bill=bill) if known else None
        if trade is None:
            self._send(404, pages.wrong_page("没有这笔支付。"))
            return
        if trade.status == SUCCESS:
            if way in PAID_TWICE:
                trades.pay_again(trade)
            tell(self.server.sender, trade, way)
        self._send(200, pages.done_page(trade))

    def _send(self, status: int, text: str, kind: str = "text/html") -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing: addresses carry payments."""


def open_gateway(folder: Path, port: int, kind: str = RSA2, region: str = "", *, day: date | None = None) -> Gateway:
    """Set the keys and the address up in the folder of the site and return the server; port 0 takes a free one."""
    server = Gateway(("127.0.0.1", port), Trades(folder / "sandbox.json", day), Sender(set_up(folder, {}), MERCHANT))
    url = f"http://127.0.0.1:{server.server_address[1]}"
    told = {"url": url, "merchant": MERCHANT, "sign_type": kind, "region": region}
    server.sender = Sender(set_up(folder, told), MERCHANT)
    return server


def main(argv: list[str]) -> int:
    """Serve until interrupted."""
    parser = Parser(prog="yc sandbox-gateway", description="支付沙箱：本机的模拟支付平台，不动用真实资金")
    parser.add_argument("--port", type=port_number, default=8299, help="端口（默认 8299）")
    parser.add_argument("--data", type=Path, help="要接入的数据目录（默认 YICHUANG_DATA，否则演示数据 var/demo）")
    parser.add_argument("--sign", choices=(RSA2, SM3), default=RSA2, help="签名方式（默认 RSA2）")
    parser.add_argument("--day", type=date.fromisoformat, help="账期：支付都记在这一天（默认今天），配合演示时钟")
    wish = parser.parse_args(argv)
    data = wish.data or Path(os.environ.get("YICHUANG_DATA") or _HOME / "var" / "demo")
    try:
        server = open_gateway(data.resolve() / "gateway", wish.port, wish.sign, day=wish.day)
    except OSError:
        print(f"端口 {wish.port} 已经被占用，换一个端口：--port {wish.port + 1}", file=sys.stderr)
        return 1
    print(f"支付沙箱　http://127.0.0.1:{wish.port}/　接入的数据目录 {data.resolve()}")
    print("网上缴费现在可以使用。停止　Ctrl+C", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0
