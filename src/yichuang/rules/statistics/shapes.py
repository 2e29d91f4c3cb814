"""What statistics keeps of one case (统计底账), and how a sum and a figure are defined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID


class Counted(NamedTuple):
    """One case as it is counted: where it belongs, the days on which it counts, who did it. Nothing personal.

    Units: `days`, `statutory` and `promised` in working days. None where there is nothing to count.
    """

    department_id: UUID
    item_id: UUID
    window_id: UUID | None
    level: str
    kind: str
    outcome: str
    online: bool
    visits: int | None
    received_on: date
    received_by: UUID | None
    corrected: bool
    accepted_on: date | None
    accepted_by: UUID | None
    deemed: bool
    turned_away_on: date | None
    turned_away_by: UUID | None
    withdrawn_on: date | None
    decided_on: date | None
    closed_on: date | None
    closed_by: UUID | None
    on_time: bool | None
    early: bool | None
    overdue_on: date | None
    extended: bool
    days: int | None
    statutory: int | None
    promised: int | None
    rated_on: date | None
    grade: int | None
    certified_on: date | None
    electronic: bool


class Extra(NamedTuple):
    """What a case brings to a sum more than once: money on the day on which it came or went."""

    measure: str
    on: date
    amount: int


class Axis(StrEnum):
    """What numbers are broken down by (统计维度)."""

    ALL = "all"
    DEPARTMENT = "department"
    WINDOW = "window"
    PERSON = "person"
    ITEM = "item"
    LEVEL = "level"


class Test(NamedTuple):
    """A condition on a column: `is` a value, one `of` several, at `least` a number."""

    column: str
    how: str
    value: Any

    def holds(self, row: Counted) -> bool:
        """Say whether it holds for a case."""
        value = getattr(row, self.column)
        if self.how == "is":
            return bool(value == self.value)
        return value in self.value if self.how == "of" else value is not None and bool(value >= self.value)


class Measure(NamedTuple):
    """One sum (统计量): on which day a case enters it, under which conditions, with how much, for whom.

    `person` is the column of who did it; `extra` sums come from `Extra` rows.
    """

    name: str
    day: str = ""
    when: tuple[Test, ...] = ()
    amount: str = ""
    person: str = ""
    extra: bool = False


class Way(StrEnum):
    """How a figure is made of its sums (计算方式)."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    SAVED = "saved"
    NONE = "none"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure (指标): its name and definition in words, the sums above and below the line, its article.

    `hands` tells what counts when a case changes hands; `public` ones are published.
    """

    name: str
    title: str
    words: str
    over: tuple[str, ...]
    under: tuple[str, ...] = ()
    way: Way = Way.COUNT
    digits: int = 1
    unit: str = "件"
    hands: str = ""
    basis: str = ""
    public: bool = False
