"""Call-backs of the sandbox: as they should be, and late, repeated, out of turn or forged on demand."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from yichuang.acts.fees.gateway.protocol import RSA2, Keys, new_pair, signed
from yichuang.faces.terminal.sandbox.trades import CLOSED, SUCCESS, Trade
from yichuang.rules.fees.wire import yuan_of

NORMAL, LATE, REPEATED, SILENT, TURNED = "normal", "late", "repeated", "silent", "turned"
TWICE, UNTOLD = "twice", "untold"
FORGED, AMOUNT, OTHER = "forged", "amount", "other"
WAYS: Mapping[str, str] = {
    NORMAL: "正常通知", LATE: "延迟 20 秒通知", REPEATED: "重复通知 5 次", SILENT: "不通知（等对方查询）",
    TURNED: "先通知关闭，再通知成功（乱序）", TWICE: "同一支付单付两次", UNTOLD: "同一支付单付两次，第二次不通知",
    FORGED: "伪造签名", AMOUNT: "签名后改金额",
    OTHER: "签名后换成别的支付单",
}  # fmt: skip
_LIES = frozenset({FORGED, AMOUNT, OTHER})
PAID_TWICE = frozenset({TWICE, UNTOLD})
_PATIENCE, _AGAIN = 5.0, (0, 1, 3, 9)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs: the gateway, for one merchant."""

    keys: Keys
    merchant: str

    def notice(self, trade: Trade, status: str, *, notify_id: str = "", trade_no: str = "") -> dict[str, str]:
        """Return one signed call-back. Sent again, it keeps its notify_id and gets a fresh signature."""
        told = {
            "notify_id": notify_id or secrets.token_hex(12), "notify_type": "trade_status_sync",
            "merchant_id": self.merchant, "out_trade_no": trade.out_trade_no, "trade_no": trade_no or trade.no,
            "total_amount": yuan_of(trade.fen), "trade_status": status, "gmt_payment": trade.paid_at,
            "version": "1.0", "charset": "utf-8",
        }  # fmt: skip
        return signed(told, self.keys, datetime.now(UTC))

    def run(self, trade: Trade, way: str) -> Iterator[dict[str, str]]:
        """Yield the call-backs of one way to tell, in order."""
        if way in _LIES:
            yield self._lie(trade, way)
        elif way != SILENT:
            time.sleep(20 if way == LATE else 0)
            if way == TURNED:
                yield self.notice(trade, CLOSED)
            known = secrets.token_hex(12)
            for _ in range(5 if way == REPEATED else 1):
                yield self.notice(trade, SUCCESS, notify_id=known)
            if way == TWICE:
                yield self.notice(trade, SUCCESS, trade_no=f"{trade.no}B")

    def _lie(self, trade: Trade, way: str) -> dict[str, str]:
        """Return a call-back that the gateway never signed like this."""
        if way == FORGED:
            rsa = self.keys.kind == RSA2
            liar = Keys(self.keys.kind, new_pair()[0] if rsa else b"x" * 32, b"")
            return Sender(liar, self.merchant).notice(trade, SUCCESS)
        good = self.notice(trade, SUCCESS)
        if way == AMOUNT:
            return good | {"total_amount": yuan_of(trade.fen + 100)}
        return good | {"out_trade_no": f"{trade.out_trade_no}9"}


def deliver(url: str, told: Mapping[str, str]) -> str:
    """Send one call-back; return what the merchant answered, or why it did not."""
    request = Request(url, urlencode(told).encode(), method="POST")  # noqa: S310 - the merchant's own address
    try:
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            return str(answer.read(100).decode("utf-8", "replace"))
    except (URLError, OSError, ValueError) as fault:
        return f"没有送到：{fault}"


def tell(sender: Sender, trade: Trade, way: str) -> None:
    """Send all call-backs of a payment beside the page, each again until the merchant says success."""

    def work() -> None:
        for told in sender.run(trade, way):
            for pause in _AGAIN:
                time.sleep(pause)
                if deliver(trade.notify_url, told) == "success" or way in _LIES:
                    break

    threading.Thread(target=work, daemon=True).start()
