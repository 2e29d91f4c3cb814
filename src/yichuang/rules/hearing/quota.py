"""有数量限制的许可: granted in the sequence of acceptance while there is something left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from yichuang.rules.norms import Norms
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Accepted:
    """A case with the day of its acceptance; `at` is the moment, where two of one day are to be told apart."""

    no: str
    on: date
    at: datetime | None = None


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

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the first of those who were accepted earlier."""
        return self.earlier[:_SHOWN]


def earlier_than(own: Accepted, others: Iterable[Accepted]) -> tuple[str, ...]:
    """Return the numbers of those accepted earlier, in their order (受理先后).

    By the day, on one day by the moment of the acceptance, at one moment by the number of the case: that was drawn
    when the application came in, and no two have the same.
    Basis: XKF-57
    """
    mine = _order(own)
    return tuple(other.no for other in sorted(others, key=_order) if _order(other) < mine)


def _order(one: Accepted) -> tuple[date, float, str]:
    return one.on, one.at.timestamp() if one.at else 0.0, one.no


def may_grant(quota: Quota, norms: Norms) -> Verdict:
    """Say whether a permit of limited number may be granted to this case now (数量限制).

    Whoever was accepted earlier keeps his place until he is decided on: where enough are left for him and for this
    one, nobody takes anything from anybody, and nobody has to wait for a hearing of somebody else.
    Returns: ALLOWED, `quota_used` or `quota_earlier` with the cases accepted earlier.
    Basis: XKF-57
    """
    basis = norms.basis("quota_order")
    if not quota.left:
        return refuse("quota_used", basis, number=quota.number)
    if norms.choice("quota_order") == "acceptance_order" and quota.left <= len(quota.earlier):
        return refuse("quota_earlier", basis, cases=quota.shown, left=quota.left)
    return ALLOWED
