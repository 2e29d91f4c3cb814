"""向支付平台发起: signed questions over HTTP and signed answers, each within a few seconds or not at all."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from datetime import date, datetime
from http import HTTPStatus
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from yichuang.acts.fees.gateway.protocol import fresh, genuine, signed
from yichuang.acts.fees.gateway.terms import Terms
from yichuang.rules.fees.wire import yuan_of

_PATIENCE, _GLANCE = 4.0, 0.5  # seconds
_MOST = 20_000_000  # octets of an answer


class GatewayAway(Exception):
    """The gateway could not be reached, or what it said is not to be trusted."""


def reachable(terms: Terms | None) -> bool:
    """Say whether somebody listens there: one look, half a second at most."""
    if terms is None:
        return False
    parts = urlsplit(terms.url)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or _port(parts.scheme)), _GLANCE):
            return True
    except OSError:
        return False


def pay_address(terms: Terms, wish: Mapping[str, str], now: datetime) -> str:
    """Return the signed address of the gateway's own page on which the applicant pays."""
    return f"{terms.url}/pay?{urlencode(signed({'method': 'page.pay', **_who(terms), **wish}, terms.keys, now))}"


def trade_query(terms: Terms, checkout_no: str, now: datetime) -> Mapping[str, str]:
    """Ask how a payment stands (交易查询). Raises GatewayAway."""
    return _ask(terms, "trade.query", {"out_trade_no": checkout_no}, now)


def trade_close(terms: Terms, checkout_no: str, now: datetime) -> Mapping[str, str]:
    """Ask to take no money for it any more (关闭交易). Raises GatewayAway."""
    return _ask(terms, "trade.close", {"out_trade_no": checkout_no}, now)


def refund(terms: Terms, trade_no: str, refund_no: str, fen: int, now: datetime) -> Mapping[str, str]:
    """Ask to give money back; the same refund number twice is one refund (退款). Raises GatewayAway."""
    wish = {"trade_no": trade_no, "refund_no": refund_no, "refund_amount": yuan_of(fen)}
    return _ask(terms, "trade.refund", wish, now)


def statement(terms: Terms, on: date, now: datetime) -> str:
    """Return the statement of a day as the gateway made it (对账单). Raises GatewayAway."""
    return _ask(terms, "bill.query", {"bill_date": on.isoformat()}, now).get("content", "")


def _ask(terms: Terms, method: str, wish: Mapping[str, str], now: datetime) -> Mapping[str, str]:
    """Send one signed question. The answer repeats its nonce, so that an old answer is none."""
    asked = signed({"method": method, **_who(terms), **wish}, terms.keys, now)
    question = Request(f"{terms.url}/gateway", urlencode(asked).encode(), method="POST")  # noqa: S310 - http(s) only
    try:
        with urlopen(question, timeout=_PATIENCE) as answer:  # noqa: S310
            if answer.status != HTTPStatus.OK:
                raise GatewayAway(str(answer.status))
            told = json.loads(answer.read(_MOST))
    except (URLError, OSError, ValueError) as fault:
        raise GatewayAway(str(fault)) from fault
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise GatewayAway("malformed")
    if not genuine(told, terms.keys) or not fresh(told, now) or told.get("request_nonce") != asked["nonce"]:
        raise GatewayAway("not signed for this question")
    return told


def _who(terms: Terms) -> dict[str, str]:
    return {"merchant_id": terms.merchant, "version": "1.0", "charset": "utf-8"}


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
