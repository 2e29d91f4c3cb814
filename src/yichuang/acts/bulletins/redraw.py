"""重新取数: a draft gets the figures and lists as they are now; words that somebody wrote stay."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.bulletins.frame import OnBulletin, chain, read, words_for
from yichuang.acts.bulletins.gather import figures_of, lists_of
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.records.bulletins.models import BulletinState


@dataclass(frozen=True, slots=True)
class BulletinRedraw:
    """Which draft."""

    on: OnBulletin


def redraw(wish: BulletinRedraw, ctx: Context) -> Filed:
    """Freeze the figures anew.  Raises: Refused (signed), NotFound, Conflict, KeyReused.  Basis: S1-五2"""
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "bulletin.redrawn", ctx, BulletinState.DRAFT)
    lists = lists_of(row.region_code, row.period, ctx)
    words = words_for(lists) if row.words == words_for(row.lists) else row.words
    filing = Filing(
        place=chain(row),
        verb="bulletin.redrawn",
        set={
            "figures": figures_of(row.region_code, row.period, ctx), "counted_at": ctx.at,
            "lists": lists, "words": words,
        },
        answer={"bulletin": str(row.id)},
    )  # fmt: skip
    return file(filing, ctx)
