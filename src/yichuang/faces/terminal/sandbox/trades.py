"""What the sandbox knows of payments: begun, paid, refused, closed, given back; and the statement of a day."""

from __future__ import annotations

import csv
import io
import json
import secrets
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from yichuang.acts.fees.gateway.protocol import stamp
from yichuang.rules.fees.wire import fen_of, yuan_of

WAITING, SUCCESS, CLOSED, NONE = "WAIT_BUYER_PAY", "TRADE_SUCCESS", "TRADE_CLOSED", "NOT_EXIST"
RIGHT, LEFT_OUT, OTHER_SUM, NOT_THROUGH, DOUBLED = "right", "left_out", "other_sum", "not_through", "doubled"
BILLS: Mapping[str, str] = {
    RIGHT: "如实记", LEFT_OUT: "漏记这一笔", OTHER_SUM: "金额多记 1 元", NOT_THROUGH: "记成未成功", DOUBLED: "记两行",
}  # fmt: skip


@dataclass
class Trade:
    """One payment as the gateway keeps it."""

    no: str
    out_trade_no: str
    fen: int
    subject: str
    notify_url: str
    return_url: str
    status: str = WAITING
    paid_at: str = ""
    bill: str = RIGHT  # how the statement tells of it
    refunds: dict[str, int] = field(default_factory=dict)
    refunded_at: dict[str, str] = field(default_factory=dict)


class Trades:
    """All payments, kept in one file so that a restart forgets nothing."""

    def __init__(self, path: Path | None = None, day: date | None = None) -> None:
        self._path, self._day = path, day
        self._lock = threading.RLock()
        self._rows: dict[str, Trade] = {}
        if path and path.exists():
            told = json.loads(path.read_text(encoding="utf-8"))
            self._rows = {row["no"]: Trade(**row) for row in told}

    def begin(self, told: Mapping[str, str]) -> Trade | None:
        """Take up a payment that the merchant asked for; the same number again is the same payment."""
        fen, number = fen_of(told.get("total_amount", "")), told.get("out_trade_no", "")
        if not fen or not number:
            return None
        with self._lock:
            row = self.find(number)
            if row is None:
                row = Trade(
                    f"SB{secrets.randbelow(10**18):018d}", number, fen, told.get("subject", ""),
                    told.get("notify_url", ""), told.get("return_url", ""),
                )  # fmt: skip
                self._rows[row.no] = row
                self._keep()
            return row if row.fen == fen else None

    def find(self, number: str) -> Trade | None:
        """Return a payment by the merchant's number: the first one where it was paid twice."""
        return next((row for row in self._rows.values() if row.out_trade_no == number), None)

    def settle(self, number: str, status: str, now: datetime, *, bill: str = RIGHT) -> Trade | None:
        """Pay or close what still waits; what is through stays as it is."""
        with self._lock:
            row = self.find(number)
            if row is not None and row.status == WAITING:
                row.status, row.bill = status, bill
                row.paid_at = self._stamp(now) if status == SUCCESS else ""
                self._keep()
            return row

    def pay_again(self, row: Trade) -> Trade:
        """Take the money for the same payment once more, under a trade number of its own (重复支付)."""
        with self._lock:
            twin = replace(row, no=f"{row.no}B", bill=RIGHT, refunds={}, refunded_at={})
            self._rows.setdefault(twin.no, twin)
            self._keep()
            return self._rows[twin.no]

    def give_back(self, told: Mapping[str, str], now: datetime) -> dict[str, str]:
        """Refund a part or all of a payment; the same refund number again is the same refund."""
        fen, number = fen_of(told.get("refund_amount", "")), told.get("refund_no", "")
        with self._lock:
            row = self._rows.get(told.get("trade_no", ""))
            if row is None or row.status != SUCCESS or not fen or not number:
                return {"refund_status": "REFUND_FAIL", "message": "没有这笔交易"}
            if number not in row.refunds:
                if sum(row.refunds.values()) + fen > row.fen:
                    return {"refund_status": "REFUND_FAIL", "message": "退款金额超过可退余额"}
                row.refunds[number], row.refunded_at[number] = fen, self._stamp(now)
                self._keep()
            paid = yuan_of(row.refunds[number])
        return {"refund_status": "REFUND_SUCCESS", "refund_amount": paid, "refund_trade_no": f"R{number[:30]}"}

    def statement(self, day: str) -> str:
        """Return everything that went through on a day, as a table with a header."""
        out = io.StringIO()
        sheet = csv.writer(out)
        sheet.writerow(["type", "trade_no", "out_trade_no", "amount", "status", "paid_at"])
        for row in sorted(self._rows.values(), key=lambda one: one.no):
            if row.status == SUCCESS and row.paid_at.startswith(day):
                sheet.writerows(_stated(row))
            for number, fen in row.refunds.items():
                if row.refunded_at[number].startswith(day):
                    sheet.writerow(
                        ["refund", number, row.out_trade_no, yuan_of(fen), "SUCCESS", row.refunded_at[number]]
                    )
        return out.getvalue()

    def latest(self) -> list[Trade]:
        """Return what came last, fifty at most."""
        return list(self._rows.values())[:-51:-1]

    def _stamp(self, now: datetime) -> str:
        """Return the moment on the day that the sandbox was told to live on; the real one without."""
        return f"{self._day or stamp(now)[:10]}{stamp(now)[10:]}"

    def _keep(self) -> None:
        if self._path:
            rows = json.dumps([asdict(row) for row in self._rows.values()], ensure_ascii=False)
            fresh = self._path.with_suffix(".tmp")
            fresh.write_text(rows, encoding="utf-8")
            fresh.replace(self._path)


def _stated(row: Trade) -> list[list[str]]:
    """Return how the statement tells of a payment: as it was, or wrongly where that was asked for."""
    fen = row.fen + 100 if row.bill == OTHER_SUM else row.fen
    line = [
        "pay",
        row.no,
        row.out_trade_no,
        yuan_of(fen),
        "FAIL" if row.bill == NOT_THROUGH else "SUCCESS",
        row.paid_at,
    ]
    return [line] * {LEFT_OUT: 0, DOUBLED: 2}.get(row.bill, 1)
