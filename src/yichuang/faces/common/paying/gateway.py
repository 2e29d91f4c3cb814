"""The gateway as a face meets it (支付平台): what was agreed, whether it is there, and the clock of the wire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from django.conf import settings

from yichuang.acts.fees.gateway.client import GatewayAway, reachable
from yichuang.acts.fees.gateway.terms import Terms, terms_in
from yichuang.rules.verdict import Refused

Answer = TypeVar("Answer")
NOT_SET_UP = "这里还没有开通网上缴费，请到窗口缴费。"
AWAY = "网上支付暂时不能使用：连不上支付平台。请稍后再试，或者到窗口缴费；已经支付的不用重复支付。"


def gateway() -> Terms | None:
    """Return what was agreed with the gateway, None where there is none."""
    return terms_in(settings.YICHUANG_GATEWAY)


def wire_now() -> datetime:
    """Return the real time: messages are judged by it, also while the demonstration clock runs ahead."""
    return datetime.now(UTC)


def standing() -> str:
    """Return why nobody can pay on line now, in a sentence; "" where one can."""
    terms = gateway()
    if terms is None:
        return NOT_SET_UP
    return "" if reachable(terms) else AWAY


def asked(ask: Callable[[Terms], Answer]) -> Answer:
    """Ask the gateway something. Raises Refused in words when it is not there or not to be trusted."""
    terms = gateway()
    if terms is None:
        raise Refused("gateway_away", "XKF-59")
    try:
        return ask(terms)
    except GatewayAway as fault:
        raise Refused("gateway_away", "XKF-59") from fault
