"""Alternating rounds: the limit, ourselves, the limit, ourselves … so that both see the same weather."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from yichuang.faces.terminal.bench.workers import Pace

TARGETS = {("acts", 1): 0.20, ("acts", 4): 0.25}


@dataclass(frozen=True, slots=True)
class Result:
    """What the rounds of one kind found. `ratio` is the median of the ratios within a round."""

    through: str
    workers: int
    limit: tuple[Pace, ...]
    ours: tuple[Pace, ...]

    @property
    def ratio(self) -> float:
        """Return how much of the limit was reached."""
        return median(own.rate / least.rate for least, own in zip(self.limit, self.ours, strict=True))

    @property
    def target(self) -> float | None:
        """Return the target, if there is one."""
        return TARGETS.get((self.through, self.workers))

    def told(self) -> dict[str, object]:
        """Return the figures for machines."""
        return {
            "through": self.through, "workers": self.workers, "ratio": round(self.ratio, 3), "target": self.target,
            "limit_cases_per_s": [round(pace.rate, 1) for pace in self.limit],
            "cases_per_s": [round(pace.rate, 1) for pace in self.ours],
            "limit_cpu_ms": _middle([pace.cpu_ms for pace in self.limit]),
            "app_cpu_ms": _middle([pace.cpu_ms for pace in self.ours]),
            "db_cpu_ms": _middle([pace.db_cpu_ms for pace in self.ours]),
        }  # fmt: skip


def _middle(values: list[float]) -> float:
    return round(median(values), 2)


def alternate(
    through: str, workers: int, rounds: int, limit: Callable[[int], Pace], ours: Callable[[int], Pace]
) -> Result:
    """Run so many rounds of both."""
    pairs = [(limit(workers), ours(workers)) for _ in range(rounds)]
    return Result(through, workers, tuple(a for a, _ in pairs), tuple(b for _, b in pairs))
