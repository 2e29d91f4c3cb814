"""结束抽查: every line was checked and signed by two, and what was to be put right was looked at again."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.sampling.frame import OnCheck, answer, chain, read
from yichuang.records.supervision.checking import records_of
from yichuang.records.supervision.models import CheckResult, CheckState
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckClosing:
    """Which check, and what is to be said of the whole."""

    on: OnCheck
    summary: str


def close(wish: CheckClosing, ctx: Context) -> Filed:
    """Close a check that is done.  Raises: Refused, Conflict, KeyReused, NotFound.  Basis: XKF-61.2"""
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "spot_check.closed", ctx, CheckState.DRAWN)
    rows = {one.no: one for one in records_of(row)}
    left = [one["no"] for one in row.drawn if one["no"] not in rows or rows[one["no"]].second_at is None]
    left += [no for no, one in rows.items() if one.result == CheckResult.CORRECT and one.outcome_on is None]
    if left:
        raise Refused("spot_check_left", "XKF-61.2", {"no": left[0], "number": len(left)})
    if not wish.summary.strip():
        raise Refused("spot_check_summary", "XKF-61.2")
    results = [one.result for one in rows.values()]
    filing = Filing(
        place=chain(row),
        verb="spot_check.closed",
        set={"state": CheckState.CLOSED.value, "summary": wish.summary.strip()[:1000], "closed_at": ctx.at},
        facts={"results": {name: results.count(name) for name in sorted(set(results))}},
        answer=answer(row),
    )
    return file(filing, ctx)
