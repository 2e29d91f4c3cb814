"""检查记录签字: the other one of those drawn signs what the first wrote."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.sampling.frame import OnCheck, answer, chain, drawn_for, read
from yichuang.records.supervision.checking import record_of
from yichuang.records.supervision.models import CheckRecord, CheckState
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckSignature:
    """Which record of which check."""

    on: OnCheck
    no: str


def countersign(wish: CheckSignature, ctx: Context) -> Filed:
    """Sign the record of a colleague.  Raises: Refused, Conflict, KeyReused, NotFound.  Basis: XKF-61.2"""
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "spot_check.countersigned", ctx, CheckState.DRAWN)
    drawn_for(row, wish.no, ctx)
    found = record_of(row, wish.no)
    if found is None:
        raise Refused("spot_check_no_record", "XKF-61.2", {"no": wish.no})
    two_persons(found.signer_id, ctx.officer.user_id, "XKF-61.2").raise_if_refused()
    if found.second_at is not None:
        raise Refused("spot_check_signed", "XKF-61.2", {"no": wish.no})
    filing = Filing(
        place=chain(row),
        verb="spot_check.countersigned",
        set={},
        change=(Change(CheckRecord, found.id, {"second_id": ctx.officer.user_id, "second_at": ctx.at}),),
        facts={"no": wish.no},
        answer=answer(row),
    )
    return file(filing, ctx)
