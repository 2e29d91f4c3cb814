"""Shapes of filings compiled once into SQL: a guard first, then single-table statements, each naming region_code.

PostgreSQL takes them folded into one WITH statement, SQLite one by one inside BEGIN IMMEDIATE. No statement
reads what another one writes. Values 1 and 2 are the region and the facts version.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import NamedTuple

from yichuang.acts.filing.columns import Table

STALE = "the case moved on"  # how PostgreSQL says that the guard or a row to change was missing
REGION = "region_code"


class Insert(NamedTuple):
    """So many rows of one table with the same columns."""

    table: Table
    columns: tuple[str, ...]
    rows: int


class Update(NamedTuple):
    """So many rows of one table whose same columns change; the id of each row comes after its columns."""

    table: Table
    columns: tuple[str, ...]
    rows: int


class Shape(NamedTuple):
    """What a filing has in common with others that differ in values only."""

    guard: Update | None  # None: a new subject, the guard is the facts version alone
    inserts: tuple[Insert, ...]
    updates: tuple[Update, ...]


def _marks(sign: str) -> Iterator[str]:
    return (f"{sign}{number}" for number in count(3))


def _facts(sign: str) -> str:
    return f"SELECT 1 FROM org_factsversion WHERE id = 1 AND version = {sign}2"


def _cell(name: str, table: Table, marks: Iterator[str], sign: str) -> str:
    return (f"{sign}1" if name == REGION else next(marks)) + table.casts[name]


def _row(table: Table, columns: tuple[str, ...], marks: Iterator[str], sign: str) -> str:
    return ", ".join(_cell(name, table, marks, sign) for name in columns)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _assigned(update: Update, marks: Iterator[str]) -> str:
    return ", ".join(f'"{name}" = {next(marks)}{update.table.casts[name]}' for name in update.columns)


def _guard(shape: Shape, marks: Iterator[str], sign: str) -> str:
    if shape.guard is None:
        return _facts(sign)
    head = f"UPDATE {shape.guard.table.name} SET {_assigned(shape.guard, marks)}"
    where = f"region_code = {sign}1 AND id = {next(marks)} AND version = {next(marks)}"
    return f"{head} WHERE {where} AND EXISTS ({_facts(sign)})"


def _insert(part: Insert, marks: Iterator[str]) -> str:
    rows = ", ".join(f"({_row(part.table, part.columns, marks, '$')})" for _ in range(part.rows))
    return f"INSERT INTO {part.table.name} ({_names(part.columns)}) VALUES {rows}"


def _update(part: Update, marks: Iterator[str]) -> str:
    if part.rows == 1:
        head = f"UPDATE {part.table.name} SET {_assigned(part, marks)}"
        return f"{head} WHERE region_code = $1 AND id = {next(marks)} RETURNING 1"
    columns = (*part.columns, "id")
    rows = ", ".join(f"({_row(part.table, columns, marks, '$')})" for _ in range(part.rows))
    pairs = ", ".join(f'"{name}" = v."{name}"' for name in part.columns)
    source = f"(VALUES {rows}) AS v ({_names(columns)})"
    return (
        f"UPDATE {part.table.name} AS t SET {pairs} FROM {source} WHERE t.region_code = $1 AND t.id = v.id RETURNING 1"
    )


@cache
def folded(shape: Shape) -> str:
    """Return the one WITH statement for PostgreSQL. It fails with STALE unless guard and changed rows were there.

    PostgreSQL evaluates the answer first, the guard and the changes with it; a failure undoes the statement, so the
    inserts need not look at the guard.
    """
    marks = _marks("$")
    parts = [f"guard AS ({_guard(shape, marks, '$')}{'' if shape.guard is None else ' RETURNING 1'})"]
    parts += [f"i{n} AS ({_insert(part, marks)})" for n, part in enumerate(shape.inserts)]
    parts += [f"u{n} AS ({_update(part, marks)})" for n, part in enumerate(shape.updates)]
    held = [f"(SELECT count(*) FROM u{n}) = {part.rows}" for n, part in enumerate(shape.updates)]
    all_held = " AND ".join(["EXISTS (SELECT FROM guard)", *held])
    # Casting the words to a number fails the statement; the count keeps the planner from trying it beforehand.
    failure = f"('{STALE} ' || (SELECT count(*) FROM guard))::int"
    return f"WITH {', '.join(parts)} SELECT CASE WHEN {all_held} THEN 1 ELSE {failure} END"


@cache
def listed(shape: Shape) -> tuple[str, ...]:
    """Return the statements for SQLite: the guard, then those of one row each, to be run for every row."""
    inserts = [_one_insert(part) for part in shape.inserts]
    updates = [_one_update(part) for part in shape.updates]
    return (_guard(shape, _marks("?"), "?"), *inserts, *updates)


def _one_insert(part: Insert) -> str:
    row = _row(part.table, part.columns, _marks("?"), "?")
    return f"INSERT INTO {part.table.name} ({_names(part.columns)}) VALUES ({row})"


def _one_update(part: Update) -> str:
    marks = _marks("?")
    return f"UPDATE {part.table.name} SET {_assigned(part, marks)} WHERE region_code = ?1 AND id = {next(marks)}"
