"""日结: a cashier counts the till at the end of the day; what differs from the book is written down with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.records.fees.models import TillClosing
from yichuang.records.fees.tills import drawer_of, till_of
from yichuang.records.ids import new_id
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused

_MOST = 10**13


@dataclass(frozen=True, slots=True)
class TillCount:
    """Where, the cash that was counted in fen, and why it differs."""

    region_code: str
    counted: int
    reason: str = ""


def close_till(wish: TillCount, ctx: Context) -> Filed:
    """Close the officer's day at the desk; nothing more is taken or given back by him that day.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-59
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = allowed("money.till_closed", wish.region_code, ctx)
    if till_of(wish.region_code, ctx.officer.user_id, ctx.today):
        raise Refused("till_closed", "YC")
    if not 0 <= wish.counted < _MOST:
        raise Refused("till_count", "YC")
    drawer = drawer_of(wish.region_code, ctx.officer.user_id, ctx.today)
    reason = typed(wish.reason, "原因", 300)
    if wish.counted != drawer.cash and not reason:
        raise Refused("till_reason", "YC")
    place = chain(wish.region_code)
    row = {
        "id": new_id(), "region_code": wish.region_code, "cashier_id": ctx.officer.user_id, "on": ctx.today,
        "booked": drawer.cash, "counted": wish.counted, "takings": drawer.takings(),
        "reason": reason, "closed_at": ctx.at,
    }  # fmt: skip
    filing = Filing(
        place=place, verb="money.till_closed", set={}, add=(Row(TillClosing, row),), create=not place.version,
        facts={"booked": drawer.cash, "counted": wish.counted}, post_id=grant.post_id if grant else None,
    )  # fmt: skip
    return file(filing, ctx)
