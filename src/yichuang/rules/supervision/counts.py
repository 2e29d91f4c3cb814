"""Counts that must reconcile (数量核对): what was drawn, what is on record, what it stands on. Pure.

Off-system handling shows where the three differ: a seal that was used more often than papers bear it, a number that was
drawn and stands on nothing, a paper whose bytes are not the ones that were sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted in one series (计数): drawn, kept in the log, standing on papers, and those that differ."""

    name: str
    drawn: int
    kept: int
    standing: int
    differing: int = 0

    @property
    def balanced(self) -> bool:
        """Whether the three are the same and nothing differs."""
        return self.drawn == self.kept == self.standing and not self.differing


@dataclass(frozen=True, slots=True)
class Imbalance:
    """One series that does not reconcile: how many are missing in the log, how many on papers, how many differ."""

    tally: Tally
    unlogged: int
    unborne: int


def imbalances(tallies: Iterable[Tally]) -> Iterator[Imbalance]:
    """Yield the series that do not reconcile, those with the largest difference first.

    Basis: ZXZW-9, S3-二(六)1
    """
    wrong = [Imbalance(one, one.drawn - one.kept, one.kept - one.standing) for one in tallies if not one.balanced]
    yield from sorted(wrong, key=lambda one: -abs(one.unlogged) - abs(one.unborne) - one.tally.differing)
