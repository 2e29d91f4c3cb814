"""待查款查明: somebody found out what the money was, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.records.fees.days import stray_of
from yichuang.records.fees.models import Unexplained, UnexplainedState
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Explanation:
    """Which money, and what came out."""

    region_code: str
    id: UUID
    words: str


def explain(wish: Explanation, ctx: Context) -> Filed:
    """Take the money out of the inbox, with the finding.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-59
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = allowed("money.explained", wish.region_code, ctx)
    row = stray_of(wish.region_code, wish.id)
    if row is None or row.state != UnexplainedState.OPEN:
        raise Refused("stray_settled", "XKF-59")
    if not wish.words.strip():
        raise Refused("reason_missing", "XKF-59")
    values = {
        "state": UnexplainedState.SETTLED.value, "words": wish.words.strip()[:300],
        "settled_by_id": ctx.officer.user_id, "settled_on": ctx.today,
    }  # fmt: skip
    filing = Filing(
        place=chain(wish.region_code), verb="money.explained", set={}, change=(Change(Unexplained, row.id, values),),
        facts={"trade": row.trade_no}, post_id=grant.post_id if grant else None,
    )  # fmt: skip
    return file(filing, ctx)
