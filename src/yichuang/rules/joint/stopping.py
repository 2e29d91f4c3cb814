"""Who may stop the clock of a case that several departments handle (中止审批)."""

from __future__ import annotations

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


def may_stop(verb: str, *, lead: bool, joint: bool, norms: Norms) -> Verdict:
    """Say whether a department may stop the clock or let it run again: only the lead, never a co-department.

    `lead`: the officer has a post for it at the department that has the case.
    Returns: ALLOWED, `lead_only` with the local article, or `not_yours` where no norm names the lead.
    Basis: S0h-二(一)1.3, XKF-45
    """
    if lead:
        return ALLOWED
    norm = norms.get("pause_lead_only") if joint else None
    if norm is not None and norm.value is True:
        return refuse("lead_only", norm.basis)
    return refuse("not_yours", "XKF-23", verb=verb)
