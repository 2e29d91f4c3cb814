"""The rate of good ratings (好评率): the satisfaction of the statistics, of ratings by grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..statistics.computing import shown
from ..statistics.measures import BAD
from ..statistics.registry import FIGURES

_SATISFACTION = FIGURES["satisfaction"]


class Grades(NamedTuple):
    """How many ratings there are of each grade, 5 down to 1 (评价数)."""

    by_grade: Mapping[int, int]

    @property
    def total(self) -> int:
        """Return how many there are."""
        return sum(self.by_grade.values())

    @property
    def bad(self) -> int:
        """Return how many are bad (差评数): 国办发〔2019〕51号 and GB/T 39046 A.8 read together."""
        return sum(self.by_grade.get(grade, 0) for grade in BAD)

    @property
    def rate(self) -> str:
        """Return the share that is not bad in per cent (好评率), as the statistics show it; a dash where there is none.

        Basis: YSHJ-50
        """
        return shown(_SATISFACTION, {"satisfied": self.total - self.bad, "rated": self.total})


def added(parts: Mapping[object, Mapping[int, int]]) -> Grades:
    """Return the grades of all parts together (合计)."""
    found: dict[int, int] = {}
    for part in parts.values():
        for grade, number in part.items():
            found[grade] = found.get(grade, 0) + number
    return Grades(found)
