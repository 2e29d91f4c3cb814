"""Who proposes an extension before somebody approves it (提请延期): the office in charge of the case."""

from __future__ import annotations

from uuid import UUID

from yichuang.rules.limits import extension_allowed
from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_NORM, _TEXT = "extension_proposal_required", "S0b-15.1"


def may_propose(days: int, reason: str, *, pending: bool, joint: bool, norms: Norms) -> Verdict:
    """Say whether the office may propose so many days more: once at a time, with its reason, as long as norms allow.

    Units: `days` in days of the limit's own unit.
    Returns: ALLOWED, or `extension_pending`, `reason_missing`, and those of `extension_allowed`.
    Basis: S0b-15.1, XKF-42.1
    """
    if pending:
        return refuse("extension_pending", _TEXT)
    if not reason.strip():
        return refuse("reason_missing", "XKF-42.1")
    return extension_allowed(days, norms, joint=joint)


def proposal_needed(norms: Norms) -> bool:
    """Return whether nobody extends here what the office in charge did not propose.  Basis: S0b-15.1"""
    norm = norms.get(_NORM)
    return norm is not None and norm.value is True


def was_proposed(proposer: UUID | None, *, proposed: bool, approver: UUID | None, norms: Norms) -> Verdict:
    """Say whether the extension may be approved as far as its proposal goes: where a norm asks for one, by another.

    Returns: ALLOWED, or `extension_not_proposed`, `extension_own_proposal`.  Basis: S0b-15.1
    """
    if not proposal_needed(norms):
        return ALLOWED
    basis = norms.basis(_NORM)
    if not proposed:
        return refuse("extension_not_proposed", basis)
    return refuse("extension_own_proposal", basis) if proposer == approver else ALLOWED
