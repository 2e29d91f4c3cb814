"""Which seal a paper bears (用印种类), and whether one may be used that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

IN_USE, SUSPENDED, DESTROYED = "in_use", "suspended", "destroyed"
_RECEIVED = ("receipt", "acceptance", "approval", "department")
_ANSWERED = ("acceptance", "approval", "department")
_DECIDED = ("approval", "department")
# The papers of intake bear the seal made for it, decisions and all others that of approval, else the agency's own.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "receipt": _RECEIVED,
    "receipt_pending": _RECEIVED,
    "acceptance": _ANSWERED,
    "correction": _ANSWERED,
    "not_needed": _ANSWERED,
    "refusal": _ANSWERED,
    "tolerance": _ANSWERED,
}
# Papers that the centre signs, whoever handles the case (落款为中心).
OF_CENTRE = frozenset(
    "receipt receipt_pending pick_up urging card call_notice bulletin rectification appraisal".split()
)
_DECADES = frozenset({"certificate"})


@dataclass(frozen=True, slots=True)
class SealFacts:
    """What the choice of a seal looks at."""

    no: str
    kind: str
    state: str
    valid_from: date
    valid_to: date


def kinds_for(document: str) -> tuple[str, ...]:
    """Return the kinds of seals that a kind of paper may bear, the fitting one first.

    Basis: XKF-32.2, S0b-6.1, S0b-7
    """
    return _KINDS.get(document, _DECIDED)


def body_of(document: str, fields: Mapping[str, object]) -> str:
    """Return whose seal a paper bears: the body that stands in its signature (印章与落款一致).  Basis: XKF-32.2"""
    return str(fields.get("centre" if document in OF_CENTRE else "agency") or "")


def kept_for_decades(document: str) -> bool:
    """Return whether the signature of such a paper must be provable long after its certificate's end (证照)."""
    return document in _DECADES


def may_use(seal: SealFacts, on: date) -> Verdict:
    """Say whether a seal may be used on that day: in use, begun, not run out.  Basis: XKF-32.2"""
    if seal.state != IN_USE:
        return refuse("seal_suspended" if seal.state == SUSPENDED else "seal_destroyed", "XKF-32.2", seal=seal.no)
    if not seal.valid_from <= on <= seal.valid_to:
        return refuse("seal_out_of_term", "XKF-32.2", seal=seal.no, first=seal.valid_from, last=seal.valid_to)
    return ALLOWED


def choose(document: str, seals: Sequence[SealFacts], on: date) -> SealFacts | None:
    """Return the seal for a paper: the first kind that has one to use, of its seals the first given.

    None where the body has no seal of any fitting kind. Raises: Refused where there is one and none may be used: the
    paper waits.  Basis: XKF-32.2, S0b-6.1
    """
    fitting = [seal for kind in kinds_for(document) for seal in seals if seal.kind == kind]
    for seal in fitting:
        if may_use(seal, on).allowed:
            return seal
    for seal in _standing(fitting):
        may_use(seal, on).raise_if_refused()
    return None


def _standing(seals: Iterable[SealFacts]) -> Iterable[SealFacts]:
    """Suspended and run-out seals make papers wait; where all are destroyed the last one says so."""
    found = list(seals)
    return sorted(found, key=lambda seal: seal.state == DESTROYED)
