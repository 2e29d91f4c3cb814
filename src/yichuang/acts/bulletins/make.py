"""制作通报: a signed bulletin gets its bytes once, under the seal of the centre; they are what everybody is given."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings

from yichuang.acts.bulletins.frame import OnBulletin, chain, read, reference_of
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing
from yichuang.acts.papers.sealing import seal_of
from yichuang.acts.papers.stamping import Pressed, press
from yichuang.records.bulletins.models import Bulletin, BulletinState
from yichuang.records.bulletins.queries import unmade
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.rendering import RenderingFault
from yichuang.records.filestore import store
from yichuang.records.seals.signing.faults import SealFault
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused

_log = logging.getLogger("yichuang.papers")
_FAULTS = (RenderingFault, SealFault, Refused, Conflict, NotFound, OSError)


@dataclass(frozen=True, slots=True)
class BulletinMaking:
    """Which signed bulletin. What was pressed once is kept: a seal is used once, however often it is filed."""

    on: OnBulletin
    kept: list[Pressed] = field(default_factory=list, compare=False)


def make(wish: BulletinMaking, ctx: Context) -> Filed:
    """Render and seal a signed bulletin, store its bytes, and record their digest and the use of the seal.

    Raises: NotFound (made already), Refused (draft, seal may not be used), SealFault, RenderingFault, Conflict.
    Basis: S1-五2, ZXZW-9
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "bulletin.made", ctx, BulletinState.SIGNED)
    if row.fields.get("file"):
        raise NotFound(str(row.id))
    if not wish.kept:
        seal = seal_of(row, row.region_code, ctx)
        worded = (row, row.fields, reference_of(row, ctx.directory))
        wish.kept.append(press(worded, seal, ctx.at, settings.YICHUANG_PUBLIC_URL))
    done = wish.kept[0]
    stored = store().put(done.content)
    facts: dict[str, Any] = {"digest": stored.digest, "size": stored.size}
    if done.seal is not None and done.mark is not None:
        facts |= {"seal": done.seal.no, "suite": done.mark.suite, "told": done.mark.digest, "mark": done.mark.signature}
        facts["used_at"] = ctx.at.isoformat()
    filing = Filing(
        place=chain(row),
        verb="bulletin.made",
        set={"fields": {**row.fields, "file": facts}},
        facts=facts,
        answer={"bulletin": str(row.id), "no": row.no},
    )
    return file(filing, ctx)


def make_unmade(region_code: str, ctx: Context) -> int:
    """Make every signed bulletin of a region that has no bytes yet; return how many. One that fails stops no other."""
    made = 0
    for row_id in unmade(region_code):
        own = replace(ctx, officer=SYSTEM, key=f"bulletin-made:{row_id}", request_digest="")
        try:
            made += not make(BulletinMaking(OnBulletin(region_code, row_id)), own).repeated
        except _FAULTS as fault:
            _log.error("bulletin not made: %s %s", row_id, fault)
    return made


def kept_file(row: Bulletin) -> str:
    """Return the digest of the stored file of a bulletin, "" where it is not made yet."""
    return str((row.fields.get("file") or {}).get("digest", ""))
