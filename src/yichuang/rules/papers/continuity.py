"""Is a series of numbers without gaps and doubles (编号连续性)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Continuity:
    """What is wrong with a series: spans that are missing, serials used twice, serials past the counter."""

    missing: tuple[tuple[int, int], ...] = ()
    doubled: tuple[int, ...] = ()
    beyond: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every number from the first to the last stands on one paper."""
        return not (self.missing or self.doubled or self.beyond)


def continuity(serials: Iterable[int], last: int) -> Continuity:
    """Compare the serials that stand on papers with a counter that has been drawn up to `last`.

    Basis: XKF-38
    """
    counted = Counter(serials)
    missing: list[tuple[int, int]] = []
    before = 0
    for serial in [*sorted(one for one in counted if 1 <= one <= last), last + 1]:
        if serial > before + 1:
            missing.append((before + 1, serial - 1))
        before = serial
    doubled = tuple(sorted(one for one, times in counted.items() if times > 1))
    return Continuity(tuple(missing), doubled, tuple(sorted(one for one in counted if not 1 <= one <= last)))
