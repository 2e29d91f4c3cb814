"""随机抽取: the first checkpoint signed after the lists were closed draws, whoever presses the button."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.sampling.frame import OnCheck, answer, chain, read
from yichuang.records.supervision.checking import first_checkpoint_after
from yichuang.records.supervision.models import CheckState
from yichuang.rules.supervision.drawing import drawn
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckDraw:
    """Which check is drawn."""

    on: OnCheck


def draw(wish: CheckDraw, ctx: Context) -> Filed:
    """Draw the lines and their inspectors.  Raises: Refused, Conflict, KeyReused, NotFound.  Basis: S3-二(六)1"""
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "spot_check.drawn", ctx, CheckState.ANNOUNCED)
    checkpoint = first_checkpoint_after(row.announced_at)
    if checkpoint is None:
        raise Refused("spot_check_no_root", "S3-二(六)1")
    result = [{"no": one.no, "inspectors": list(one.inspectors)} for one in drawn(row.lists, checkpoint.root)]
    filing = Filing(
        place=chain(row),
        verb="spot_check.drawn",
        set={
            "state": CheckState.DRAWN.value, "root": checkpoint.root, "root_size": checkpoint.size, "drawn": result,
            "drawn_at": ctx.at,
        },
        answer=answer(row),
    )  # fmt: skip
    return file(filing, ctx)
