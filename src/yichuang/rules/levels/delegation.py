"""授权与委托: who may decide in whose name, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..verdict import ALLOWED, Verdict, refuse

NONE, DEVOLVED, ENTRUSTED = "none", "devolved", "entrusted"


@dataclass(frozen=True, slots=True)
class Delegation:
    """How an item came down to its department: kind, from whom, the written agreement, from when to when."""

    kind: str = NONE
    delegator: str = ""
    agreement: str = ""
    since: date | None = None
    until: date | None = None


def may_stand(delegation: Delegation, *, on: date) -> Verdict:
    """Say whether the department may act under the delegation on that day.

    Returns: ALLOWED, or `delegator_missing`, `agreement_missing`, `delegation_not_begun`, `delegation_ended`.
    Basis: XKF-24.1, S0h-二(三)2.2.
    """
    if delegation.kind == NONE:
        return ALLOWED
    if not delegation.delegator.strip():
        return refuse("delegator_missing", "XKF-24.1")
    if delegation.kind == ENTRUSTED and not delegation.agreement.strip():
        return refuse("agreement_missing", "S0h-二(三)2.2", delegator=delegation.delegator)
    if delegation.since is not None and on < delegation.since:
        return refuse("delegation_not_begun", "XKF-24.1", since=delegation.since)
    if delegation.until is not None and on > delegation.until:
        return refuse("delegation_ended", "XKF-24.1", until=delegation.until)
    return ALLOWED


def liable(delegation: Delegation, department: str) -> str:
    """Return who answers for the decision (法律责任): the entrusting organ, else the department itself.

    Basis: XKF-24.2, S0h-二(三)2.1, S0h-二(三)2.2.
    """
    return delegation.delegator if delegation.kind == ENTRUSTED else department


def in_whose_name(delegation: Delegation, department: str) -> str:
    """Return whose name stands on the papers (以委托行政机关名义).

    Basis: XKF-24.3.
    """
    return delegation.delegator if delegation.kind == ENTRUSTED else department
