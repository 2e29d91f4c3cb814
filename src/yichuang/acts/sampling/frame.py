"""What every act on a spot check shares: which one, its chain, who may (抽查)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Place
from yichuang.records.cases.access import NotFound
from yichuang.records.supervision.checking import check_in
from yichuang.records.supervision.models import SUBJECT, CheckState, SpotCheck
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class OnCheck:
    """Which check an act is about; `version` is the one the page showed."""

    region_code: str
    id: UUID
    version: int | None = None


def may(verb: str, region_code: str, ctx: Context) -> None:
    """Refuse who holds no post for the act in the region.  Raises: Refused.  Basis: S3-二(六)1"""
    place = CasePlace(region_code, ctx.directory.centres[region_code].id)
    permissions.may(verb, ctx.officer, place).raise_if_refused()


def read(on: OnCheck, verb: str, ctx: Context, state: CheckState) -> SpotCheck:
    """Return the check for an officer who may do the act now.  Raises: NotFound, Refused, Conflict."""
    row = check_in([on.region_code], on.id)
    if row is None:
        raise NotFound(str(on.id))
    may(verb, on.region_code, ctx)
    if on.version not in (None, row.version):
        raise Conflict(verb)
    if row.state != state:
        raise Refused("spot_check_state", "S3-二(六)1")
    return row


def drawn_for(row: SpotCheck, no: str, ctx: Context) -> tuple[str, ...]:
    """Return who was drawn to check a line, the officer among them.  Raises: Refused.  Basis: XKF-61.2"""
    line = next((tuple(one["inspectors"]) for one in row.drawn if one["no"] == no), None)
    if line is None:
        raise Refused("spot_check_not_drawn", "S3-二(六)1", {"no": no})
    if str(ctx.officer.user_id) not in line:
        raise Refused("spot_check_not_yours", "XKF-61.2", {"no": no})
    return line


def chain(row: SpotCheck) -> Place:
    """Return where the chain of a check stands."""
    return Place(SpotCheck, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash)


def answer(row: SpotCheck) -> dict[str, Any]:
    """Return what an act on a check answers."""
    return {"no": row.no, "check": str(row.id)}
