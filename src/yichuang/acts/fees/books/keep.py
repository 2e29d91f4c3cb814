"""待查款入册: money that came in and belongs to nothing we know is kept, once, until somebody finds out whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.records.fees.models import Unexplained, UnexplainedState
from yichuang.records.ids import new_id
from yichuang.rules.fees.wire import Trade


@dataclass(frozen=True, slots=True)
class Stray:
    """The trade as the gateway signed it, when it was paid, and why it can't be booked."""

    region_code: str
    trade: Trade
    why: str
    paid_at: datetime | None = None


def keep_unexplained(wish: Stray, ctx: Context) -> Filed:
    """Put the money into the inbox.

    Raises: Conflict, KeyReused.  Basis: XKF-59
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    allowed("money.unexplained", wish.region_code, ctx)
    place, trade = chain(wish.region_code), wish.trade
    row = {
        "id": new_id(), "region_code": wish.region_code, "trade_no": trade.trade_no,
        "checkout_no": trade.checkout_no, "amount": trade.amount, "paid_at": wish.paid_at, "why": wish.why,
        "state": UnexplainedState.OPEN.value, "received_at": ctx.at, "words": "", "settled_by_id": None,
        "settled_on": None,
    }  # fmt: skip
    filing = Filing(
        place=place, verb="money.unexplained", set={}, add=(Row(Unexplained, row),), create=not place.version,
        facts={"trade": trade.trade_no, "amount": trade.amount, "why": wish.why},
    )  # fmt: skip
    return file(filing, ctx)
