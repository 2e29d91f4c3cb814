"""封装归档: after the number the package is made and stored, its digest put on record. Twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.archive.contents import members_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Conflict
from yichuang.records.archive.models import ArchiveItem, ArchiveState
from yichuang.records.archive.queries import item_of, unpacked
from yichuang.records.archive.zipping import packed
from yichuang.records.cases.reading import CaseFile
from yichuang.records.filestore import NoSuchFile, store
from yichuang.rules.officers import SYSTEM
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Packing:
    """Which registered case."""

    on: On


@case_act(verb="case.archived")
def pack_archive(case: CaseFile, wish: Packing, ctx: Context) -> Work:
    """Make the package and record its digest; the bytes are synced before the filing that names them.

    Raises: NoSuchFile when a file of the case is gone.  Basis: DAF-14.1, DAF-37, ZXZW-12
    """
    item = item_of(case.region_code, case.id)
    if item is None or item.state != ArchiveState.REGISTERED:
        raise Refused("not_registered", "DAF-14.1")
    stored = store().put(packed(members_of(case, item, ctx)))
    row = {
        "state": ArchiveState.ARCHIVED.value, "archived_at": ctx.at, "digest": stored.digest, "size": stored.size,
    }  # fmt: skip
    return Work(change=(Change(ArchiveItem, item.id, row),), facts={"package": stored.digest})


def pack_all(numbers: Iterable[str], ctx: Context, left: list[str]) -> int:
    """Pack cases that are registered; one that fails does not stop the others."""
    done = 0
    for no in numbers:
        try:
            pack_archive(Packing(On(no)), replace(ctx, officer=SYSTEM, key=f"archive:{no}", request_digest=""))
            done += 1
        except (Refused, Conflict, NoSuchFile, OSError) as fault:
            left.append(f"{no} {fault}")
    return done


def pack_missing(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Pack what was registered and has no package yet; return how many.  Basis: ZXZW-12"""
    return pack_all(unpacked(region_code, limit), ctx, left)
