"""How long one will wait (等候时间预计): from how long this line really took, today and in the last weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

TODAY_WEIGHT, LEAST, USUAL = 3, 5, 8.0  # today counts threefold; under five we take our own guess (minutes)
_ROUND = 5  # minutes: above a quarter of an hour nobody is told single minutes


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long: minutes, and what it was worked out from, so that it can be explained (预计依据)."""

    minutes: int
    ahead: int
    windows: int
    each: float  # minutes for one
    from_today: int  # how many numbers of today it rests on
    from_weeks: int

    @property
    def guessed(self) -> bool:
        """Whether there is too little history, and the usual time was taken."""
        return self.from_today + self.from_weeks < LEAST


def estimate(ahead: int, windows: int, today: Sequence[float], weeks: Sequence[float]) -> Estimate:
    """Return the estimate for somebody with `ahead` others before him at `windows` open windows.

    `today`, `weeks`: minutes from call to end of the line's numbers. The middle value counts, not the mean: one who
    stayed two hours says nothing about the rest. One minute at least while anybody is ahead.  Basis: YC
    """
    known = sorted([*today] * TODAY_WEIGHT + [*weeks])
    each = _median(known) if len(today) + len(weeks) >= LEAST else USUAL
    minutes = ceil(ahead * each / max(1, windows)) if ahead else 0
    return Estimate(_rounded(minutes), ahead, windows, round(each, 1), len(today), len(weeks))


def _median(known: Sequence[float]) -> float:
    half = len(known) // 2
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2


def _rounded(minutes: int) -> int:
    return minutes if minutes <= 3 * _ROUND else ceil(minutes / _ROUND) * _ROUND
