"""复查: whether what was found wrong has been put right, seen by one of those who checked."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Filed, Filing
from yichuang.acts.sampling.frame import OnCheck, answer, chain, drawn_for, read
from yichuang.records.supervision.checking import record_of
from yichuang.records.supervision.models import CheckRecord, CheckResult, CheckState
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line that had to be put right."""

    on: OnCheck
    no: str
    words: str


def follow_up(wish: Outcome, ctx: Context) -> Filed:
    """Put on record what became of it.  Raises: Refused, Conflict, KeyReused, NotFound.  Basis: XKF-61.2"""
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "spot_check.followed", ctx, CheckState.DRAWN)
    drawn_for(row, wish.no, ctx)
    found = record_of(row, wish.no)
    if found is None or found.result != CheckResult.CORRECT or found.second_at is None or found.outcome_on is not None:
        raise Refused("spot_check_nothing_due", "XKF-61.2", {"no": wish.no})
    if not wish.words.strip():
        raise Refused("spot_check_words", "XKF-61.2")
    values = {"outcome": wish.words.strip()[:1000], "outcome_on": ctx.today}
    filing = Filing(
        place=chain(row),
        verb="spot_check.followed",
        set={},
        change=(Change(CheckRecord, found.id, values),),
        facts={"no": wish.no},
        answer=answer(row),
    )
    return file(filing, ctx)
