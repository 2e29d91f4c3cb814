"""平台通知: what the gateway tells us is checked, and money that came in is booked once or kept, never lost."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import ZONE, Context
from yichuang.acts.fees.book_online import Booking, book_online
from yichuang.acts.fees.books.keep import Stray, keep_unexplained
from yichuang.acts.fees.close_checkout import CheckoutEnd, close_checkout
from yichuang.acts.fees.gateway.protocol import fresh, genuine, moment
from yichuang.acts.fees.gateway.terms import Terms
from yichuang.acts.filing.shapes import Conflict, Filed, KeyReused
from yichuang.records.cases.access import NotFound
from yichuang.records.org.directory import directory
from yichuang.rules.fees.wire import Trade, trade_of
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

SUCCESS, CLOSED = "TRADE_SUCCESS", "TRADE_CLOSED"
_TRIES = 8
_log = logging.getLogger("yichuang.gateway")


@dataclass(frozen=True, slots=True)
class Arrived:
    """Whether the gateway may stop telling us, and what was filed."""

    taken: bool
    filed: Filed | None = None


def arrive(params: Mapping[str, str], terms: Terms | None, *, now: datetime, at: datetime) -> Arrived:
    """Judge a call-back: signature, merchant, time stamp; then book, close or keep. `now` is the clock of the wire.

    What is not signed by the gateway changes nothing and is told so. Raises: Conflict.  Basis: XKF-59
    """
    if terms is None or not genuine(params, terms.keys):
        _log.warning("call-back without a good signature")
        return Arrived(taken=False)
    if not fresh(params, now) or params.get("merchant_id") != terms.merchant:
        _log.warning("call-back %s: too old, or for another merchant", params.get("notify_id", ""))
        return Arrived(taken=False)
    trade = trade_of(params)
    if trade is None:
        _log.warning("call-back %s: malformed", params.get("notify_id", ""))
        return Arrived(taken=False)
    return take(trade, terms, at)


def take(trade: Trade, terms: Terms, at: datetime) -> Arrived:
    """Put on record what a genuine message says of a payment. Raises: Conflict (to be told again later)."""
    if trade.status == CLOSED:
        return _close(trade, at)
    if trade.status != SUCCESS:
        return Arrived(taken=True)
    for left in range(_TRIES, -1, -1):
        try:
            return Arrived(taken=True, filed=_book(trade, terms, _context(trade, at)))
        except KeyReused:
            _log.exception("trade %s told again with other contents", trade.trade_no)
            return Arrived(taken=False)
        except Conflict:
            if not left:
                raise
    raise AssertionError  # the loop ends by one of its returns


def case_no_of(checkout_no: str) -> str:
    """Return the case that a checkout number names: JN-2026-000123-P1 is of JN-2026-000123."""
    return checkout_no.rpartition("-P")[0]


def _book(trade: Trade, terms: Terms, ctx: Context) -> Filed:
    paid_at = moment(trade.paid_at)
    on = paid_at.astimezone(ZONE).date() if paid_at else ctx.today
    try:
        return book_online(Booking(On(case_no_of(trade.checkout_no)), trade, on), ctx)
    except NotFound:
        why = "case_unknown"
    except Refused as said:
        why = said.code
    region = ctx.directory.region_of(trade.checkout_no) or terms.region_code
    if region not in ctx.directory.centres:
        region = next(iter(ctx.directory.centres))
    return keep_unexplained(Stray(region, trade, why[:24], paid_at), ctx)


def _close(trade: Trade, at: datetime) -> Arrived:
    """Close what nobody paid; what is paid already, or unknown, is none of this message's business."""
    key = f"closed:{trade.checkout_no}"
    try:
        end = CheckoutEnd(On(case_no_of(trade.checkout_no)), trade.checkout_no)
        return Arrived(taken=True, filed=close_checkout(end, Context(SYSTEM, at, directory(), key)))
    except (Refused, NotFound):
        return Arrived(taken=True)


def _context(trade: Trade, at: datetime) -> Context:
    """Return the circumstances of a booking: the trade number is the key, so that a payment is booked once."""
    told = f"{trade.checkout_no}|{trade.trade_no}|{trade.amount}|{trade.status}"
    digest = hashlib.sha256(told.encode()).hexdigest()
    return Context(SYSTEM, at, directory(), f"gateway:{trade.trade_no}", digest)
