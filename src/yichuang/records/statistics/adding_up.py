"""Write what is added up (累加入册): rows of a case replaced, cells raised, what a case brought before taken back.

Without models: a case has thirty columns, there are millions, and a model is dear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

from yichuang.records.following.place import LedgerPlace
from yichuang.records.ids import new_id

Bill = TypeVar("Bill")
Place = TypeVar("Place", bound=LedgerPlace)
_ROWS = 400  # of eight values: SQLite takes 32766 in a statement, older ones fewer


def locked(model: type[Place], region_code: str) -> Place:
    """Return how far a region has come, held until the end of the transaction: of two runs at once one waits."""
    return model._default_manager.select_for_update().get(region_code=region_code)


def changed_of(ids: Sequence[UUID], old: Mapping[UUID, Bill], new: Mapping[UUID, Bill]) -> list[UUID]:
    """Return the cases that bring something else now."""
    return [case_id for case_id in ids if old.get(case_id) != new.get(case_id)]


def exchanged(
    changed: Iterable[UUID], old: Mapping[UUID, Bill], new: Mapping[UUID, Bill], add: Callable[[Bill, int], None]
) -> None:
    """Let each case take back what it brought before and bring what it is now."""
    for case_id in changed:
        for bills, sign in ((old, -1), (new, 1)):
            if case_id in bills:
                add(bills[case_id], sign)


@dataclass(frozen=True, slots=True)
class CaseRows:
    """A table with one row a case: its id is that of the case."""

    model: type[models.Model]
    fields: tuple[str, ...]

    def put(self, region_code: str, rows: Mapping[UUID, tuple[Any, ...]]) -> None:
        """Put in the rows of cases, over those that are there."""
        if not rows:
            return
        quoted = [f'"{name}"' for name in self.fields]
        text = (
            f"INSERT INTO {self.model._meta.db_table} (id, region_code, case_id, {', '.join(quoted)}) "  # noqa: S608
            f"VALUES ({', '.join(['%s'] * (3 + len(quoted)))}) ON CONFLICT (region_code, id) "
            f"DO UPDATE SET {', '.join(f'{name} = EXCLUDED.{name}' for name in quoted)}"
        )
        told = [[_plain(value) for value in (key, region_code, key, *row)] for key, row in rows.items()]
        with connection.cursor() as cursor:
            cursor.executemany(text, told)


@dataclass(frozen=True, slots=True)
class CellRows:
    """A table of cells: what tells them apart, and the amount."""

    model: type[models.Model]
    spot: tuple[str, ...]

    def put(self, region_code: str, cells: Mapping[Any, int]) -> None:
        """Add to the cells, always in the same order; what comes to nothing goes."""
        spots = sorted((tuple(spot), amount) for spot, amount in cells.items() if amount)
        with connection.cursor() as cursor:
            for start in range(0, len(spots), _ROWS):
                part = [(new_id(), region_code, *spot, amount) for spot, amount in spots[start : start + _ROWS]]
                cursor.execute(self._statement(len(part)), [_plain(value) for row in part for value in row])
        if spots:
            self.model._default_manager.filter(region_code=region_code, amount=0).delete()

    def _statement(self, rows: int) -> str:
        table, spot = self.model._meta.db_table, ", ".join(f'"{name}"' for name in self.spot)
        one = f"({', '.join(['%s'] * (3 + len(self.spot)))})"
        return (
            f"INSERT INTO {table} (id, region_code, {spot}, amount) VALUES {', '.join([one] * rows)} "  # noqa: S608
            f"ON CONFLICT (region_code, {spot}) DO UPDATE SET amount = {table}.amount + EXCLUDED.amount"
        )


def _plain(value: object) -> object:
    """Return a value as the database takes it without a model between."""
    return value.hex if isinstance(value, UUID) and connection.vendor == "sqlite" else value
