"""What every act on a list of destruction shares: which one, its chain, who may (处置清册)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.records.archive.models import SUBJECT, Disposal
from yichuang.records.archive.queries import disposal_in, item_of
from yichuang.records.cases.access import NotFound
from yichuang.rules import permissions
from yichuang.rules.archive.retention import may_dispose
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused, Verdict


@dataclass(frozen=True, slots=True)
class OnList:
    """Which list an act is about; `version` is the one the page showed."""

    region_code: str
    id: UUID
    version: int | None = None


def may(verb: str, region_code: str, ctx: Context) -> None:
    """Refuse who holds no post for the act in the region.  Raises: Refused.  Basis: DAF-21"""
    place = CasePlace(region_code, ctx.directory.centres[region_code].id)
    permissions.may(verb, ctx.officer, place).raise_if_refused()


def read(on: OnList, verb: str, ctx: Context) -> Disposal:
    """Return the list for an officer who may do the act.  Raises: NotFound, Refused, Conflict."""
    row = disposal_in(on.region_code, on.id)
    if row is None:
        raise NotFound(str(on.id))
    may(verb, on.region_code, ctx)
    if on.version not in (None, row.version):
        raise Conflict(verb)
    return row


def disposable(region_code: str, case_id: UUID, ctx: Context) -> Verdict:
    """Say whether what is held of a case may go today.  Basis: DAF-21, GRXX-47.2"""
    item = item_of(region_code, case_id)
    return may_dispose(
        until=item.keep_until if item else None, archived=item is not None, held=bool(item and item.held),
        today=ctx.today,
    )  # fmt: skip


def staying(line: dict[str, str], why: Refused | Verdict) -> dict[str, str]:
    """Return a line of a list whose case stays, with the reason: its code, and the day until which it is kept."""
    until = why.facts.get("until")
    return line | {"left": why.code, "basis": why.basis} | ({"until": str(until)} if until else {})


def chain(row: Disposal) -> Place:
    """Return where the chain of a list stands."""
    return Place(Disposal, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash)


def answer(row: Disposal) -> dict[str, Any]:
    """Return what an act on a list answers."""
    return {"no": row.no, "disposal": str(row.id)}
