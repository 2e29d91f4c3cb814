"""依规清除: what is personal in a case is emptied, and the ledger says which payloads and files are gone.

The chain stays as it is: every entry keeps the salted digest of what it held. Payloads and bytes go after the commit.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.archive.blanks import blank, changes_of, files_of
from yichuang.acts.archive.disposal import disposable
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.archive.models import ArchiveItem, ArchiveState, DisposalState
from yichuang.records.archive.queries import disposal_in, item_of
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Erasure:
    """Which case, on which approved list."""

    on: On
    disposal_id: UUID


@case_act(verb="case.erased")
def erase_case(case: CaseFile, wish: Erasure, ctx: Context) -> Work:
    """Erase a case that an approved list names, unless it must be kept after all.

    Basis: DAF-21, GRXX-47.1, GRXX-47.2
    """
    disposal = disposal_in(case.region_code, wish.disposal_id)
    if disposal is None or disposal.state != DisposalState.APPROVED:
        raise Refused("disposal_not_approved", "DAF-21")
    if str(case.id) not in {row["case_id"] for row in disposal.items}:
        raise Refused("not_on_the_list", "DAF-21")
    item = item_of(case.region_code, case.id)
    disposable(case.region_code, case.id, ctx).raise_if_refused()
    files = files_of(case.region_code, case.id)
    changes = [change for change in changes_of(case) if not (item and change.id == item.id)]
    if item is not None:
        gone = {**blank(ArchiveItem), "state": ArchiveState.DISPOSED.value, "disposed_on": ctx.today}
        changes.append(Change(ArchiveItem, item.id, gone))
    return Work(
        set=blank(Case),
        change=tuple(changes),
        facts={
            "disposal": disposal.id, "kind": disposal.kind, "erased": list(range(1, case.ledger_seq + 1)),
            "files": files,
        },
    )  # fmt: skip
