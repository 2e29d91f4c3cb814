"""记录检查: one of those drawn writes down what was found and signs; a problem has what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Row
from yichuang.acts.sampling.frame import OnCheck, answer, chain, drawn_for, read
from yichuang.records.ids import new_id
from yichuang.records.supervision.checking import record_of
from yichuang.records.supervision.models import CheckRecord, CheckResult, CheckState
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one line, what is done about it, until when it must be put right."""

    on: OnCheck
    no: str
    result: str
    words: str
    handled: str = ""
    correct_by: date | None = None


def record(wish: Found, ctx: Context) -> Filed:
    """Put the record of one line on record, signed by one of two.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: XKF-61.2
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "spot_check.recorded", ctx, CheckState.DRAWN)
    drawn_for(row, wish.no, ctx)
    if record_of(row, wish.no) is not None:
        raise Refused("spot_check_recorded", "XKF-61.2", {"no": wish.no})
    _complete(wish, ctx)
    values = {
        "id": new_id(), "region_code": row.region_code, "check_id": row.id, "no": wish.no, "result": wish.result,
        "words": wish.words.strip()[:2000], "handled": wish.handled.strip()[:1000], "correct_by": wish.correct_by,
        "signer_id": ctx.officer.user_id, "signed_at": ctx.at, "second_id": None, "second_at": None, "outcome": "",
        "outcome_on": None,
    }  # fmt: skip
    filing = Filing(
        place=chain(row),
        verb="spot_check.recorded",
        set={},
        add=(Row(CheckRecord, values),),
        facts={"no": wish.no, "result": wish.result},
        answer=answer(row),
    )
    return file(filing, ctx)


def _complete(wish: Found, ctx: Context) -> None:
    """Refuse a record that says too little.  Basis: XKF-61.2"""
    if wish.result not in CheckResult.values:
        raise Refused("spot_check_result", "XKF-61.2")
    if not wish.words.strip():
        raise Refused("spot_check_words", "XKF-61.2")
    if wish.result in (CheckResult.CORRECT, CheckResult.HANDED) and not wish.handled.strip():
        raise Refused("spot_check_handled", "XKF-61.2")
    if wish.result == CheckResult.CORRECT and (wish.correct_by is None or wish.correct_by < ctx.today):
        raise Refused("spot_check_correct_by", "XKF-61.2")
