"""对账: the book of one day is compared with the gateway's statement and the tills; the report is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.fees.books.chain import allowed, chain
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.records.fees.days import booked_lines
from yichuang.records.fees.models import Reconciliation
from yichuang.records.fees.tills import tills_of
from yichuang.records.ids import new_id
from yichuang.rules.fees.reconciling import PAY, Line, Till, compare


@dataclass(frozen=True, slots=True)
class DayStatement:
    """The gateway's statement of a day, line by line, and the digest of the file it came in."""

    region_code: str
    on: date
    lines: Sequence[Line]
    digest: str = ""


def reconcile(wish: DayStatement, ctx: Context) -> Filed:
    """Compare and keep the report with every difference. May be done again: the latest report counts.

    Raises: Refused, Conflict, KeyReused.  Basis: XKF-59
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = allowed("money.reconciled", wish.region_code, ctx)
    booked = booked_lines(wish.region_code, wish.on)
    tills = [Till(row.cashier.display_name, row.booked, row.counted) for row in tills_of(wish.region_code, wish.on)]
    found = compare(booked, wish.lines, tills)
    place = chain(wish.region_code)
    row = {
        "id": new_id(), "region_code": wish.region_code, "on": wish.on, "booked": _net(booked),
        "stated": _net(wish.lines), "lines": len(wish.lines), "differences": [asdict(one) for one in found],
        "statement_digest": wish.digest, "done_by_id": ctx.officer.user_id, "done_at": ctx.at,
    }  # fmt: skip
    filing = Filing(
        place=place, verb="money.reconciled", set={}, add=(Row(Reconciliation, row),), create=not place.version,
        facts={"on": wish.on, "differences": len(found)}, answer={"differences": len(found)},
        post_id=grant.post_id if grant else None,
    )  # fmt: skip
    return file(filing, ctx)


def _net(lines: Sequence[Line]) -> int:
    return sum((row.amount if row.kind == PAY else -row.amount) for row in lines if row.done)
