"""The life of a seal (印章的启用、停用、销毁): what may follow what, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from yichuang.rules.officers import Officer
from yichuang.rules.seals.choosing import DESTROYED, IN_USE, SUSPENDED
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

REGISTRARS = frozenset({"centre_manager", "system_admin"})
WATCHERS = REGISTRARS | {"supervisor", "auditor"}
_NEXT: Mapping[str, tuple[str, str]] = {
    "seal.suspended": (IN_USE, SUSPENDED),
    "seal.resumed": (SUSPENDED, IN_USE),
    "seal.destroyed": (SUSPENDED, DESTROYED),
}


def may_register(officer: Officer, region_code: str, keeper_id: UUID) -> Verdict:
    """Say whether the officer may put a seal on record: not for himself to keep (管用分离).

    Basis: ZXZW-9
    """
    if officer.grant(REGISTRARS, region_code=region_code) is None:
        return refuse("not_yours", "ZXZW-9", verb="seal.registered")
    if officer.user_id == keeper_id:
        return refuse("seal_own_keeper", "ZXZW-9")
    return ALLOWED


def may_move(verb: str, officer: Officer, region_code: str, keeper_id: UUID, state: str) -> Verdict:
    """Say whether a seal may be suspended, resumed or destroyed; its keeper may suspend it at once.

    Basis: ZXZW-9
    """
    keeps = verb == "seal.suspended" and officer.user_id == keeper_id
    if not keeps and officer.grant(REGISTRARS, region_code=region_code) is None:
        return refuse("not_yours", "ZXZW-9", verb=verb)
    if state != _NEXT[verb][0]:
        return refuse("seal_state", "ZXZW-9", state=state)
    return ALLOWED


def target(verb: str) -> str:
    """Return the state after an act."""
    return _NEXT[verb][1]


def may_see(officer: Officer, region_code: str, keeper_id: UUID) -> bool:
    """Say whether somebody may look at a seal and its log: its keeper, and who watches the centre."""
    if officer.user_id is not None and officer.user_id == keeper_id:
        return True
    return officer.grant(WATCHERS, region_code=region_code) is not None


def in_term(valid_from: date, valid_to: date) -> Verdict:
    """Say whether a term has its days in order."""
    return ALLOWED if valid_from <= valid_to else refuse("seal_term", "ZXZW-9")
