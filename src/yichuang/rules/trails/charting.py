"""From cells to a map (流程图谱): steps, passages with their days, paths. Exact: the cells keep every length apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .folding import OPEN, PATH
from .steps import BACK, LONGER, NATURES, OFFICE, STOPS

Lengths = Counter[int]  # how many took so many days


class Cell(NamedTuple):
    """One sum as it is read: kind, what of, days, how many."""

    what: str
    key: str
    days: int
    amount: int


@dataclass(frozen=True, slots=True)
class Passage:
    """From one step to another: how often, how long, and what the days were (流转)."""

    before: str
    after: str
    lengths: Lengths
    natures: Mapping[str, int]

    @property
    def count(self) -> int:
        """Return how often it was taken."""
        return self.lengths.total()

    @property
    def days(self) -> int:
        """Return all its days together."""
        return sum(days * amount for days, amount in self.lengths.items())

    @property
    def nature(self) -> str:
        """Return what its time mostly was."""
        return max(sorted(self.natures), key=lambda one: self.natures[one])


@dataclass(frozen=True, slots=True)
class Path:
    """One way that ended cases took, from first to last step (路径)."""

    steps: tuple[str, ...]
    lengths: Lengths

    @property
    def count(self) -> int:
        """Return how many cases took it."""
        return self.lengths.total()


@dataclass(frozen=True, slots=True)
class Chart:
    """The map of an item: passages and paths, most frequent first; days by nature; where running cases stand."""

    passages: tuple[Passage, ...]
    paths: tuple[Path, ...]
    spent: Mapping[str, int]
    standing: Mapping[str, int]
    lengths: Lengths = field(default_factory=Counter)

    @property
    def ended(self) -> int:
        """Return how many cases have ended."""
        return self.lengths.total()

    @property
    def running(self) -> int:
        """Return how many cases run."""
        return sum(self.standing.values())

    def with_step(self, kinds: frozenset[str]) -> int:
        """Return in how many ended cases one of these steps was taken."""
        return sum(path.count for path in self.paths if kinds & set(path.steps))

    @property
    def sent_back(self) -> int:
        """Return how many were sent back (退回、补正)."""
        return self.with_step(BACK)

    @property
    def stopped(self) -> int:
        """Return in how many the clock was stopped (中止)."""
        return self.with_step(STOPS)

    @property
    def extended(self) -> int:
        """Return how many were extended (延期)."""
        return self.with_step(LONGER)


def chart(cells: Iterable[Cell]) -> Chart:
    """Return the map that cells add up to.  Basis: YC"""
    lengths: dict[str, Lengths] = defaultdict(Counter)
    natures: dict[str, Counter[str]] = defaultdict(Counter)
    paths: dict[str, Lengths] = defaultdict(Counter)
    spent: Counter[str] = Counter(dict.fromkeys(NATURES, 0))
    standing: Counter[str] = Counter()
    for what, key, days, amount in cells:
        if what == PATH:
            paths[key][days] += amount
        elif what == OPEN:
            standing[key] += amount
        else:
            lengths[key][days] += amount
            natures[key][what] += amount
            spent[what] += days * amount
    passages = (_passage(key, told, natures[key]) for key, told in lengths.items())
    ways = (Path(tuple(key.split()), told) for key, told in paths.items())
    return Chart(
        tuple(sorted(passages, key=lambda one: (-one.count, one.before, one.after))),
        tuple(sorted(ways, key=lambda one: (-one.count, one.steps))),
        spent, standing, sum(paths.values(), Counter()),
    )  # fmt: skip


def _passage(key: str, lengths: Lengths, natures: Mapping[str, int]) -> Passage:
    before, after = key.split(" ", 1)
    return Passage(before, after, lengths, natures)


def share_at(lengths: Lengths, percent: int) -> int | None:
    """Return within how many days so many percent were through (nearest rank); None where there is nothing."""
    wanted, seen = -(-lengths.total() * percent // 100), 0
    for days in sorted(lengths):
        seen += lengths[days]
        if seen >= max(wanted, 1):
            return days
    return None


def waits(found: Chart) -> list[Passage]:
    """Return where most days go: passages of the office by all their days (等在哪里)."""
    mine = (one for one in found.passages if one.nature in OFFICE and one.days)
    return sorted(mine, key=lambda one: (-one.days, one.before, one.after))


def frequent(found: Chart, percent: int) -> tuple[Passage, ...]:
    """Return the passages taken in so many percent of the cases; what a step is reached and left by mostly, always."""
    least = (found.ended + found.running) * percent / 100
    kept: list[Passage] = []
    reached: set[str] = set()
    left: set[str] = set()
    for one in found.passages:
        if one.count >= least or one.after not in reached or one.before not in left:
            kept.append(one)
        reached.add(one.after)
        left.add(one.before)
    return tuple(kept)
