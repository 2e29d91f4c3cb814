"""清除手机来件: what came from a phone and was not taken over goes, by the sweep; its digest stays in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from yichuang.acts.archive.clearing import remove, still_named
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Change, Conflict, Filed, Filing
from yichuang.acts.uploads.chain import chain, known, steadily
from yichuang.records.cases.access import NotFound
from yichuang.records.filestore import store
from yichuang.records.uploads.models import Arrival, ArrivalState, UploadLink
from yichuang.records.uploads.queries import (
    LATELY,
    arrival_in,
    case_waits,
    purgeable,
    purged_since,
    told_among,
    was_filed,
)
from yichuang.rules.uploads.phone import KEPT_HOURS, may_purge
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Purge:
    """Which file of which link."""

    region_code: str
    link_id: UUID
    arrival_id: UUID


@steadily
def purge(wish: Purge, ctx: Context) -> Filed:
    """Put on record that a file goes, and strike its name.

    Raises: Refused, Conflict, NotFound.  Basis: GRXX-19, GRXX-47.1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    link = known(wish.region_code, wish.link_id)
    row = arrival_in(link, wish.arrival_id)
    if row is None:
        raise NotFound(str(wish.arrival_id))
    may_purge(row.state, expires_at=link.expires_at, wanted=_wanted(link, row), at=ctx.at).raise_if_refused()
    filing = Filing(
        place=chain(link),
        verb="upload.purged",
        set={},
        change=(Change(Arrival, row.id, {"state": ArrivalState.PURGED.value, "name": ""}),),
        facts={"digest": row.digest},
        answer={"link": str(link.id), "no": ""},
    )
    return file(filing, ctx)


def purge_left(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Purge what nobody took over in a region; return how many files. Bytes that something else names stay.

    What was over before the day began goes, so that it is looked for once a day and not with every sweep. Bytes that a
    sweep that died left behind go with the next.  Basis: GRXX-47.1
    """
    done, began = 0, datetime.combine(ctx.today, time(), tzinfo=ZONE)
    for row in purgeable(region_code, began, began - timedelta(hours=KEPT_HOURS), limit):
        keyed = replace(ctx, key=f"sweep:purged:{row.id}")
        try:
            purge(Purge(region_code, row.link_id, row.id), keyed)
            done += 1
        except (Refused, Conflict) as fault:  # wanted again since it was read, or somebody was faster
            left.append(f"{row.link_id} {fault}")
    if done:
        _clear(region_code, began, list(ctx.directory.centres))
    return done


def _clear(region_code: str, began: datetime, regions: list[str]) -> None:
    """Remove the bytes of what was purged lately, unless a row or the ledger still names them."""
    gone = {digest for digest in purged_since(region_code, began - timedelta(days=2 * LATELY)) if store().has(digest)}
    gone -= still_named(gone, None, regions)
    for digest in sorted(gone - told_among(gone, regions)):
        remove(digest)


def _wanted(link: UploadLink, row: Arrival) -> bool:
    """Say whether somebody still needs the file: the case that waits for it, the form that took it."""
    if row.state == ArrivalState.TAKEN:
        return bool(link.case_no) or was_filed(link)
    return bool(link.case_no) and case_waits(link.region_code, link.case_no)
