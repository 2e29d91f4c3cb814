"""主动查询: payments without a call-back are asked after, refunds are sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.fees.gateway import client
from yichuang.acts.fees.gateway.arrival import CLOSED, Arrived, take
from yichuang.acts.fees.gateway.client import GatewayAway
from yichuang.acts.fees.gateway.terms import Terms
from yichuang.acts.fees.pay_refund import RefundOutcome, pay_refund
from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.records.fees.models import Refund
from yichuang.records.fees.queries import collection_of, refund_of, unsent_refunds, waiting_checkouts
from yichuang.records.org.directory import directory
from yichuang.rules.fees.wire import Trade, fen_of, trade_of
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

_SOON, _STALE = timedelta(minutes=2), timedelta(hours=24)
_WAITING, _UNKNOWN = "WAIT_BUYER_PAY", "NOT_EXIST"
_GONE_THROUGH, _REFUSED = "REFUND_SUCCESS", "REFUND_FAIL"
_BATCH = 50


@dataclass
class Asked:
    """What one round did, and why it ended early."""

    booked: int = 0
    closed: int = 0
    refunded: int = 0
    left: list[str] = field(default_factory=list)


def ask_about(checkout_no: str, terms: Terms, *, now: datetime, at: datetime, give_up: bool = False) -> Arrived:
    """Ask how one payment stands and put the answer on record; `give_up`: nobody is to pay it any more.

    Raises: GatewayAway, Conflict.  Basis: XKF-59
    """
    told = client.trade_query(terms, checkout_no, now)
    if told.get("trade_status") == _WAITING and give_up:
        told = client.trade_close(terms, checkout_no, now)
    if told.get("trade_status") == _UNKNOWN and give_up:
        return take(Trade(terms.merchant, checkout_no, "", 0, CLOSED), terms, at)
    trade = trade_of(told)
    if trade is None or trade.checkout_no != checkout_no or trade.merchant != terms.merchant:
        return Arrived(taken=False)
    return take(trade, terms, at)


def send_refund(case_no: str, row: Refund, terms: Terms, *, now: datetime, at: datetime) -> Filed | None:
    """Ask the gateway to give the money back and put on record what it says; None while it works on it.

    Asking again under the same number is no second refund. Raises: GatewayAway, Refused, Conflict.  Basis: XKF-59
    """
    came = collection_of(row.region_code, row.case_id, row.collection_id)
    told = client.refund(terms, came.reference if came else "", row.id.hex, row.amount, now)
    status = told.get("refund_status", "")
    if status not in (_GONE_THROUGH, _REFUSED):
        return None
    through = status == _GONE_THROUGH
    if through and fen_of(told.get("refund_amount", "")) != row.amount:
        raise GatewayAway("another amount")
    wish = RefundOutcome(On(case_no), row.id, through, told.get("refund_trade_no", ""), told.get("message", ""))
    ctx = Context(SYSTEM, at, directory(), f"refund:{row.id}" if through else None, row.id.hex)
    return pay_refund(wish, ctx)


def poll(terms: Terms | None, *, now: datetime, at: datetime) -> Asked:
    """Ask after payments without an answer and send refunds that wait. Late or twice changes nothing."""
    done = Asked()
    if terms is None or not client.reachable(terms):
        return done
    try:
        for region in directory().centres:
            for no, opened_at in waiting_checkouts(region, at - _SOON, _BATCH):
                arrived = ask_about(no, terms, now=now, at=at, give_up=at - opened_at > _STALE)
                done.booked += bool(arrived.filed and arrived.filed.verb == "case.fee_booked")
                done.closed += bool(arrived.filed and arrived.filed.verb == "case.checkout_closed")
            done.refunded += sum(_sent(region, terms, now=now, at=at, left=done.left))
    except (GatewayAway, Conflict) as fault:
        done.left.append(str(fault))
    return done


def _sent(region: str, terms: Terms, *, now: datetime, at: datetime, left: list[str]) -> Iterator[bool]:
    for case_no, case_id, row_id in unsent_refunds(region, _BATCH):
        row = refund_of(region, case_id, row_id)
        try:
            yield bool(row and send_refund(case_no, row, terms, now=now, at=at))
        except (Refused, Conflict) as fault:
            left.append(f"{case_no} {fault}")
