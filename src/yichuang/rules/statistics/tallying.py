"""Contributions (累加): what one case adds to the cells of the roll-up. Taken back, they leave nothing behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from .measures import MEASURES, holds
from .shapes import Axis, Counted, Extra

DAY, MONTH = "d", "m"
_SINGLE = tuple(one for one in MEASURES.values() if not one.extra)


class Spot(NamedTuple):
    """One cell of the roll-up: a day or a month, along one axis, for one sum (统计格)."""

    grain: str
    on: date
    axis: str
    key: str
    measure: str


Cells = Counter[Spot]
Days = Counter[tuple[str, date, str, str, str]]  # the same of days only, quick to add to


def add(cells: Days, row: Counted, extras: Iterable[Extra], sign: int = 1) -> None:
    """Add what a case contributes to its days, or take it back with `sign` -1."""
    places = _places(row)
    for measure in _SINGLE:
        if holds(measure, row):
            amount = getattr(row, measure.amount) if measure.amount else 1
            person = getattr(row, measure.person) if measure.person else None
            mine = (*places, (Axis.PERSON.value, person.hex)) if person is not None else places
            on, name, amount = getattr(row, measure.day), measure.name, sign * amount
            for axis, key in mine:
                cells[DAY, on, axis, key, name] += amount
    for one in extras:
        for axis, key in places:
            cells[DAY, one.on, axis, key, one.measure] += sign * one.amount


def with_months(days: Days) -> Cells:
    """Return the cells of days together with those of their months; cells of nothing are left out."""
    whole = Cells({Spot(*told): amount for told, amount in days.items() if amount})
    for spot, amount in list(whole.items()):
        whole[spot._replace(grain=MONTH, on=spot.on.replace(day=1))] += amount
    return Cells({spot: amount for spot, amount in whole.items() if amount})


def key_of(value: UUID | str | None) -> str:
    """Return a part of the organisation or catalogue as the key of a cell."""
    return value.hex if isinstance(value, UUID) else value or ""


def _places(row: Counted) -> tuple[tuple[str, str], ...]:
    named: Mapping[Axis, UUID | str | None] = {
        Axis.DEPARTMENT: row.department_id, Axis.WINDOW: row.window_id, Axis.ITEM: row.item_id, Axis.LEVEL: row.level,
    }  # fmt: skip
    return ((Axis.ALL.value, ""), *((axis.value, key_of(value)) for axis, value in named.items() if value))
