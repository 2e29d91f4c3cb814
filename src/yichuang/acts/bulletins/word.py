"""修改通报文字: the centre changes the words of a draft; figures stand in them by name and can't be typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yichuang.acts.bulletins.frame import PARTS, OnBulletin, chain, read
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.records.bulletins.models import BulletinState
from yichuang.rules.statistics import bulletins


@dataclass(frozen=True, slots=True)
class BulletinWords:
    """Which draft, and its words by part."""

    on: OnBulletin
    words: Mapping[str, str]


def word(wish: BulletinWords, ctx: Context) -> Filed:
    """Put the words on record.

    Raises: Refused (signed, empty, too long, unknown figure, typed figure), NotFound, Conflict, KeyReused.
    Basis: S1-五2
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "bulletin.worded", ctx, BulletinState.DRAFT)
    words = {part: wish.words.get(part, "").strip() for part in PARTS}
    bulletins.may_word(words, row.shown).raise_if_refused()
    filing = Filing(place=chain(row), verb="bulletin.worded", set={"words": words}, answer={"bulletin": str(row.id)})
    return file(filing, ctx)
