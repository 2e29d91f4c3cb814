"""What is signed between us and a payment gateway (支付平台报文): sorted parameters in one text.

The form common to Chinese gateways: all parameters that have a value, except the signature and its kind, sorted by
name, joined as `name=value` with `&`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

UNSIGNED = frozenset({"sign", "sign_type"})
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Trade:
    """What the gateway says of one payment (交易): whose, which, how much in fen, how it stands."""

    merchant: str
    checkout_no: str
    trade_no: str
    amount: int
    status: str
    paid_at: str = ""
    payer: str = ""


def canonical(params: Mapping[str, str]) -> str:
    """Return the text that is signed (待签名串)."""
    return "&".join(f"{name}={params[name]}" for name in sorted(params) if name not in UNSIGNED and params[name])


def yuan_of(fen: int) -> str:
    """Return 1200050 as 12000.50."""
    return f"{fen // 100}.{fen % 100:02d}"


def fen_of(yuan: str) -> int | None:
    """Return 12000.50 as 1200050, None for what is no sum with two decimals at most."""
    try:
        value = Decimal(yuan)
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value < 10**13:
        return None
    fen = value * 100
    return int(fen) if fen == fen.to_integral_value() else None


def in_window(told: int, now: int, *, seconds: int) -> bool:
    """Say whether a time stamp is near enough to be no replay (时间戳窗口)."""
    return abs(now - told) <= seconds


def trade_of(params: Mapping[str, str]) -> Trade | None:
    """Return the payment that a call-back or an answer tells of, None where something is missing or malformed."""
    fen = fen_of(params.get("total_amount", ""))
    wanted = [params.get(name, "") for name in ("merchant_id", "out_trade_no", "trade_no", "trade_status")]
    odd = any(len(word) > _LONGEST or not word.isprintable() for word in params.values())
    if fen is None or not all(wanted) or odd:
        return None
    merchant, checkout_no, trade_no, status = wanted
    if len(trade_no) > 64 or len(checkout_no) > 64:
        return None
    return Trade(merchant, checkout_no, trade_no, fen, status, params.get("gmt_payment", ""), params.get("payer", ""))
