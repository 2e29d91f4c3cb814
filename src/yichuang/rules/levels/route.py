"""The way of an upward case (上报件的路线): lower reviews, forwardings, the deciding level; an item's own data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..verdict import ALLOWED, Verdict, refuse

LOWER, FORWARD, UPPER = "lower_review", "forwarding", "review"
_ON_THE_WAY = (LOWER, FORWARD, UPPER)


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of the way. `at` is region code and department ("990101/water"), "" the case's own department.

    `days` is the level's share of the time in working days, None where the item gives none; `behalf` says that the
    level may be signed for by the next one (代签).
    """

    kind: str
    name: str
    at: str = ""
    days: int | None = None
    behalf: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """All steps up to the review of the deciding level, in their order."""

    steps: tuple[Step, ...]

    def at(self, done: int) -> Step | None:
        """Return the step that follows after so many finished ones, None past the end."""
        return self.steps[done] if done < len(self.steps) else None

    def share(self, done: int) -> int | None:
        """Return the days that the level has up to and with this step (环节时限), None where none are given.

        Counted from the level's own beginning: the acceptance, or the receipt of what was forwarded.
        """
        first = max((n + 1 for n, step in enumerate(self.steps[:done]) if step.kind == FORWARD), default=0)
        given = [step.days for step in self.steps[first : done + 1]]
        days = [number for number in given if number is not None]
        return sum(days) if days else None


def way_of(stages: Iterable[Mapping[str, Any]]) -> Way:
    """Read the way from an item version's stages; there is one upper review, where the way ends."""
    steps: list[Step] = []
    for row in stages:
        if row.get("kind") in _ON_THE_WAY and not (steps and steps[-1].kind == UPPER):
            behalf, days = bool(row.get("behalf")), row.get("days")
            days = None if days is None else int(days)
            steps.append(Step(row["kind"], row.get("name", ""), row.get("at", ""), days, behalf))
    return Way(tuple(steps))


def may_run(way: Way) -> Verdict:
    """Say whether an upward item has a way that leads from below to the deciding level.

    Returns: ALLOWED, or `way_without_lower`, `way_without_upper`, `way_without_forwarding`.
    Basis: XKF-35, S3-附件二(二)1.
    """
    kinds = [step.kind for step in way.steps]
    if not kinds or kinds[0] != LOWER:
        return refuse("way_without_lower", "XKF-35")
    if kinds[-1] != UPPER or not way.steps[-1].at:
        return refuse("way_without_upper", "XKF-35")
    if kinds[-2] != FORWARD or any(pair == (FORWARD, FORWARD) for pair in pairwise(kinds)):
        return refuse("way_without_forwarding", "XKF-35")
    return ALLOWED


def may_require_lower(way: Way, *, filing: bool, city: bool, direct: bool, basis: str) -> Verdict:
    """Say whether people may be made to apply at a lower level first (备案可直接到市级部门申请).

    `direct` is the norm of the place: filings of the city level may be applied for at the city at once.
    Basis: S0h-二(一)2.2.
    """
    if direct and filing and city and any(step.kind == LOWER for step in way.steps):
        return refuse("filing_goes_direct", basis)
    return ALLOWED
