"""有数量限制的许可: granted in the sequence of acceptance while there is something left."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


@dataclass(frozen=True, slots=True)
class Quota:
    """How many there are, how many were granted, and who was accepted earlier and still waits (case numbers)."""

    number: int
    granted: int
    earlier: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """Return how many may still be granted."""
        return max(self.number - self.granted, 0)


def may_grant(quota: Quota, norms: Norms) -> Verdict:
    """Say whether a permit of limited number may be granted to this case now (数量限制).

    Returns: ALLOWED, `quota_used` or `quota_earlier` with the cases accepted earlier.
    Basis: XKF-57
    """
    basis = norms.basis("quota_order")
    if not quota.left:
        return refuse("quota_used", basis, number=quota.number)
    if norms.choice("quota_order") == "acceptance_order" and quota.earlier:
        return refuse("quota_earlier", basis, cases=quota.earlier)
    return ALLOWED
