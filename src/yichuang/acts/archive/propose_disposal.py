"""提请处置: a list of cases to be destroyed after their term, or erased, with the reason; another person approves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.archive.disposal import disposable, may
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place
from yichuang.records.archive.models import SUBJECT, Disposal, DisposalKind, DisposalState
from yichuang.records.archive.queries import item_of
from yichuang.records.cases.models import CaseState
from yichuang.records.cases.reading import load
from yichuang.records.ids import new_id
from yichuang.rules.verdict import Refused

_MOST = 500


@dataclass(frozen=True, slots=True)
class DisposalProposal:
    """Which cases of a region, destroyed or erased, and why."""

    region_code: str
    kind: str
    numbers: tuple[str, ...]
    reason: str


def propose_disposal(wish: DisposalProposal, ctx: Context) -> Filed:
    """Put the list on record; nothing is destroyed before somebody else agrees.

    Raises: Refused, Conflict, KeyReused.  Basis: DAF-21, GRXX-47.1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    may("disposal.proposed", wish.region_code, ctx)
    if wish.kind not in DisposalKind.values or not wish.reason.strip():
        raise Refused("disposal_reason_missing", "DAF-21")
    if not 0 < len(wish.numbers) <= _MOST:
        raise Refused("disposal_empty", "DAF-21", {"most": _MOST})
    prefix, identity = ctx.directory.centres[wish.region_code].prefix, new_id()
    word = "XH" if wish.kind == DisposalKind.DESTROY else "QC"
    number = Number(
        f"disposal:{prefix}:{word}:{ctx.today.year:04d}", lambda n: f"{prefix}-{word}-{ctx.today.year}-{n:03d}"
    )
    filing = Filing(
        place=Place(Disposal, SUBJECT, wish.region_code, identity),
        verb="disposal.proposed",
        set={
            "no": number, "kind": wish.kind, "state": DisposalState.PROPOSED.value,
            "items": list(_items(wish, ctx)), "reason": wish.reason.strip()[:500], "opinion": "",
            "proposer_id": ctx.officer.user_id, "proposed_at": ctx.at, "approver_id": None, "answered_at": None,
            "done_at": None,
        },
        answer={"no": number, "disposal": str(identity)},
        create=True,
    )  # fmt: skip
    return file(filing, ctx)


def _items(wish: DisposalProposal, ctx: Context) -> Iterator[dict[str, str]]:
    """Yield the lines of the list; a case that must be kept does not get onto it."""
    for no in dict.fromkeys(wish.numbers):
        case = load(wish.region_code, no=no.strip().upper())
        if case is None or case.state != CaseState.CLOSED:
            raise Refused("disposal_not_closed", "DAF-21", {"no": no})
        item = item_of(case.region_code, case.id)
        if wish.kind == DisposalKind.DESTROY and item is None:
            raise Refused("disposal_not_archived", "DAF-21", {"no": no})
        verdict = disposable(case.region_code, case.id, ctx)
        if not verdict.allowed:
            raise Refused(verdict.code, verdict.basis, {**verdict.facts, "no": no})
        yield _line(case.id, case.no, item.no if item else "")


def _line(case_id: UUID, no: str, archive_no: str) -> dict[str, str]:
    return {"case_id": str(case_id), "no": no, "archive_no": archive_no}
