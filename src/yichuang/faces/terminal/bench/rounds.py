"""Alternating rounds: the limit, ourselves, the limit, ourselves … so that both see the same weather."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from yichuang.faces.terminal.bench.meter import Meter
from yichuang.faces.terminal.bench.workers import Pace

TARGETS = {("acts", 1): 0.20, ("acts", 4): 0.25}
Measure = Callable[[int], Pace]


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
    def cpu_multiple(self) -> float:
        """Return how many times the CPU of the limit a case costs, application and database together."""
        cpu = [[pace.cpu_ms + pace.db_cpu_ms for pace in paces] for paces in (self.limit, self.ours)]
        return median(cpu[1]) / median(cpu[0])

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
            "limit_db_cpu_ms": _middle([pace.db_cpu_ms for pace in self.limit]),
            "app_cpu_ms": _middle([pace.cpu_ms for pace in self.ours]),
            "db_cpu_ms": _middle([pace.db_cpu_ms for pace in self.ours]),
            "cpu_multiple": round(self.cpu_multiple, 2),
        }  # fmt: skip


def _middle(values: list[float]) -> float:
    return round(median(values), 2)


def alternate(through: str, workers: int, rounds: int, measures: tuple[Measure, Measure], meter: Meter) -> Result:
    """Run so many rounds of the limit and of ourselves; the meter tells what the server worked for each."""

    def metered(measure: Measure) -> Pace:
        before = meter.seconds()
        pace = measure(workers)
        return replace(pace, db_cpu_ms=(meter.seconds() - before) / pace.cases * 1000)

    pairs = [tuple(metered(measure) for measure in measures) for _ in range(rounds)]
    return Result(through, workers, tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))
