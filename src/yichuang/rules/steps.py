"""Which act a state waits for (这一步等谁办): what a worklist offers, and who may take a case up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .norms import Norms
from .officers import Officer
from .permissions import RIGHTS, CasePlace, may, may_sign
from .verdict import ALLOWED, Verdict

STEP_ACT: Mapping[str, str] = MappingProxyType(
    {"reviewing": "case.reviewed", "verifying": "case.verified", "deciding": "case.decided"}
)


def states_for(roles: frozenset[str], norms: Norms) -> tuple[str, ...]:
    """Return the states in which somebody with these roles could do the next step.

    Basis: XKF-34.1, S1-岗位责任制
    """
    return tuple(
        state for state, verb in STEP_ACT.items() if roles & RIGHTS[verb].roles and _signer(verb, roles, norms).allowed
    )


def may_take(state: str, officer: Officer, place: CasePlace, norms: Norms) -> Verdict:
    """Say whether the officer may take up a case in this state: only who can do its step (认领).

    Returns: ALLOWED, or `not_yours` with the act that the state waits for, or `signer_too_low`.
    Basis: XKF-34.1, S1-岗位责任制
    """
    verb = STEP_ACT.get(state)
    if verb is None:
        return ALLOWED
    held = may(verb, officer, place)
    return _signer(verb, officer.roles(), norms) if held.allowed else held


def _signer(verb: str, roles: frozenset[str], norms: Norms) -> Verdict:
    """Say whether the post is high enough to sign, where the act is the decision."""
    if verb != "case.decided":
        return ALLOWED
    signer = norms.norm("decision_signer")
    return may_sign(roles, str(signer.value), signer.basis)
