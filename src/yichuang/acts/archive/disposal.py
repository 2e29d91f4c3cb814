"""What every act on a list of destruction shares: which one, its chain, who may (处置清册)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.records.archive.models import SUBJECT, Disposal
from yichuang.records.archive.queries import disposal_in
from yichuang.records.cases.access import NotFound
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace


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


def chain(row: Disposal) -> Place:
    """Return where the chain of a list stands."""
    return Place(Disposal, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash)


def answer(row: Disposal) -> dict[str, Any]:
    """Return what an act on a list answers."""
    return {"no": row.no, "disposal": str(row.id)}
