"""暂停处置: an item that somebody still needs is neither destroyed nor erased, until that is taken back."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.archive.models import ArchiveItem, ArchiveState
from yichuang.records.archive.queries import item_of
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Hold:
    """Hold or release, and why."""

    on: On
    held: bool
    reason: str


@case_act(verb="case.archive_held")
def hold_archive(case: CaseFile, wish: Hold, ctx: Context) -> Work:
    """Put the hold or its end on record.

    Basis: DAF-21.2
    """
    item = item_of(case.region_code, case.id)
    if item is None or item.state == ArchiveState.DISPOSED:
        raise Refused("not_registered", "DAF-14.1")
    if item.held == wish.held:
        raise Refused("hold_unchanged", "DAF-21.2")
    if not wish.reason.strip():
        raise Refused("hold_reason_missing", "DAF-21.2")
    row = {"held": wish.held, "hold_reason": wish.reason.strip()[:200]}
    return Work(change=(Change(ArchiveItem, item.id, row),))
