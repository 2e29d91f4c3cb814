"""停用上传链接: from this moment the link takes nothing more; what came stays with the clerk."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.uploads.chain import chain, known, post_for, steadily
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Ending:
    """Which link."""

    region_code: str
    link_id: UUID


@steadily
def end(wish: Ending, ctx: Context) -> Filed:
    """Put the end of a link on record; once.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: GRXX-15, GRXX-6.1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    grant = post_for("upload.ended", wish.region_code, ctx)
    link = known(wish.region_code, wish.link_id)
    if link.ended_at is not None:
        raise Refused("upload_ended", "GRXX-6.1")
    filing = Filing(
        place=chain(link),
        verb="upload.ended",
        set={"ended_at": ctx.at},
        answer={"link": str(link.id), "no": ""},
        post_id=grant.post_id,
        acting_for_id=grant.acting_for,
    )
    return file(filing, ctx)
