"""The rate of good ratings (好评率): what counts as good, and of what it is a share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

BAD_FROM = 2  # 不满意、非常不满意 are bad: 国办发〔2019〕51号 and GB/T 39046 A.8 read together


class Grades(NamedTuple):
    """How many ratings there are of each grade, 5 down to 1 (评价数)."""

    by_grade: Mapping[int, int]

    @property
    def total(self) -> int:
        """Return how many there are."""
        return sum(self.by_grade.values())

    @property
    def bad(self) -> int:
        """Return how many are bad (差评数)."""
        return sum(number for grade, number in self.by_grade.items() if grade <= BAD_FROM)

    @property
    def rate(self) -> str:
        """Return the share that is not bad in percent with one decimal (好评率), or a dash where there is none.

        Rounded down, so that a rate of 100 % means that nobody was dissatisfied.
        """
        if not self.total:
            return "—"
        tenths = (self.total - self.bad) * 1000 // self.total
        return f"{tenths // 10}.{tenths % 10}%"
