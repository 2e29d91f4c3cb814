"""Millions of cells of the roll-up in a minute: made inside the database from small lists, in the order of its indexes.

Every sum of every part of the house on every working day and in every month: more than so many cases leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from typing import Any

from django.db import connection

_SIZES = {"day": "TEXT", "key": "TEXT", "measure": "TEXT"}
_ID = {
    "postgresql": "lpad(to_hex({n}), 32, '0')::uuid",
    "sqlite": "printf('%%032x', {n})",
}
_DAY = {"postgresql": "l_day.day::date", "sqlite": "l_day.day"}


def seed(region: str, first: date, last: date, parts: Mapping[str, Sequence[str]]) -> int:
    """Put in the cells of a region, by axis and key; return how many there are."""
    from yichuang.rules.statistics.measures import MEASURES

    names = [one.name for one in MEASURES.values() if not one.extra]
    persons = [one.name for one in MEASURES.values() if one.person]
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    grains = {
        "d": [day.isoformat() for day in days if day.isoweekday() < 6],
        "m": sorted({day.replace(day=1).isoformat() for day in days}),
    }
    begun, large = 1, connection.vendor == "postgresql"
    with connection.cursor() as cursor, without_indexes(cursor, "statistics_rollup") if large else nullcontext():
        cursor.execute("DELETE FROM statistics_rollup WHERE region_code = %s", [region])
        for grain, told in grains.items():
            for axis in sorted(parts):
                measures = sorted(persons if axis == "person" else names)
                begun += _put(cursor, (region, grain, axis), begun, (told, sorted(parts[axis]), measures))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE statistics_rollup")
    return begun - 1


@contextmanager
def without_indexes(cursor: Any, table: str) -> Iterator[None]:
    """Drop indexes while rows come in, and build them again; constraints, too, where no other table leans on them."""
    cursor.execute("SET maintenance_work_mem = '512MB'")
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(c.oid) FROM pg_constraint c WHERE conrelid = %s::regclass AND "
        "contype IN ('u', 'p') AND NOT EXISTS "
        "(SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid = c.conrelid)",
        [table],
    )
    constraints = cursor.fetchall()
    for name, _ in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT IN "
        "(SELECT conname FROM pg_constraint)",
        [table],
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for _, definition in found:
        cursor.execute(definition)
    for name, definition in constraints:
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _put(cursor: Any, place: tuple[str, str, str], begun: int, lists: Sequence[Sequence[str]]) -> int:
    """Cross three lists into cells; return how many were made."""
    for name, rows in zip(_SIZES, lists, strict=True):
        cursor.execute(f"DROP TABLE IF EXISTS l_{name}")
        cursor.execute(f"CREATE TEMP TABLE l_{name} (n bigint, {name} {_SIZES[name]})")
        cursor.executemany(f"INSERT INTO l_{name} VALUES (%s, %s)", list(enumerate(rows)))
    _, keys, measures = lists
    number = f"{begun} + (l_day.n * {len(keys)} + l_key.n) * {len(measures)} + l_measure.n"
    cursor.execute(
        'INSERT INTO statistics_rollup (id, region_code, grain, "on", axis, key, measure, amount) '
        f"SELECT {_ID[connection.vendor].format(n=number)}, %s, %s, {_DAY[connection.vendor]}, %s, l_key.key, "
        "l_measure.measure, 1 + (l_day.n + l_key.n * 3 + l_measure.n * 7) %% 9 "
        "FROM l_day CROSS JOIN l_key CROSS JOIN l_measure ORDER BY l_day.n, l_key.n, l_measure.n",
        place,
    )
    return len(lists[0]) * len(keys) * len(measures)
