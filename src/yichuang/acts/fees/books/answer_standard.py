"""批准收费标准: a second person puts a proposed standard in force from its day, or sends it back with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.records.fees.models import FeeStandard, StandardState
from yichuang.records.fees.standards import proposal_of, standards_of
from yichuang.rules.fees.standards import may_begin
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class StandardAnswer:
    """Which proposal, yes or no, and what is said to it."""

    region_code: str
    id: UUID
    agree: bool
    words: str = ""


def answer_standard(wish: StandardAnswer, ctx: Context) -> Filed:
    """Approve or send back a standard that somebody else proposed; what began before stays as it is.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-58.1, XKF-59, S1-一审一核
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = allowed("money.standard_answered", wish.region_code, ctx)
    row = proposal_of(wish.region_code, wish.id)
    if row is None:
        raise Refused("standard_answered", "XKF-59")
    two_persons(row.proposed_by_id, ctx.officer.user_id, "S1-一审一核").raise_if_refused()
    _judge(row, wish, ctx)
    values = {
        "state": (StandardState.APPROVED if wish.agree else StandardState.DECLINED).value,
        "issued_by_id": ctx.officer.user_id, "issued_at": ctx.at, "words": wish.words.strip()[:200],
    }  # fmt: skip
    filing = Filing(
        place=chain(wish.region_code), verb="money.standard_answered", set={},
        change=(Change(FeeStandard, row.id, values),), post_id=grant.post_id if grant else None,
        facts={"name": row.name, "number": row.number, "agreed": wish.agree},
    )  # fmt: skip
    return file(filing, ctx)


def _judge(row: FeeStandard, wish: StandardAnswer, ctx: Context) -> None:
    """Refuse a no without a reason, and a yes that comes too late for the day it should begin on."""
    if not wish.agree:
        if not wish.words.strip():
            raise Refused("reason_missing", "XKF-59")
        return
    held = [one for one in standards_of(row.region_code, row.item_id) if one.name == row.name]
    latest = max((one.effective_on for one in held), default=None)
    may_begin(row.effective_on, latest_on=latest, today=ctx.today).raise_if_refused()
