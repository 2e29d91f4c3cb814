"""Shapes of filings compiled once into SQL: a guard first, then single-table statements, each naming region_code.

PostgreSQL takes them folded into one WITH statement, SQLite one by one inside BEGIN IMMEDIATE. No statement
reads what another one writes, except the guard's row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from yichuang.acts.filing.columns import Table

FACTS = "SELECT 1 FROM org_factsversion WHERE id = 1 AND version = %s"
Insert = tuple[str, tuple[str, ...], tuple[str, ...], int]  # table, columns, casts, number of rows
Update = tuple[str, tuple[str, ...], tuple[str, ...]]  # table, columns, casts


@dataclass(frozen=True, slots=True)
class Shape:
    """What a filing has in common with others that differ in values only."""

    guard: Update | None  # None: a new subject, the guard is the facts version alone
    inserts: tuple[Insert, ...]
    updates: tuple[Update, ...]


def insert_of(table: Table, columns: tuple[str, ...], rows: int) -> Insert:
    """Return the shape of an INSERT."""
    return (table.name, columns, tuple(table.columns[name][0] for name in columns), rows)


def update_of(table: Table, columns: tuple[str, ...]) -> Update:
    """Return the shape of an UPDATE of one row by region and id."""
    return (table.name, columns, tuple(table.columns[name][0] for name in columns))


def _assign(update: Update) -> str:
    return ", ".join(f"{name} = %s{cast}" for name, cast in zip(update[1], update[2], strict=True))


def _guard(shape: Shape) -> str:
    if shape.guard is None:
        return FACTS
    return (
        f"UPDATE {shape.guard[0]} SET {_assign(shape.guard)} "
        f"WHERE region_code = %s AND id = %s AND version = %s AND EXISTS ({FACTS})"
    )


def _values(insert: Insert) -> str:
    row = "(" + ", ".join(f"%s{cast}" for cast in insert[2]) + ")"
    return ", ".join([row] * insert[3])


def _columns(insert: Insert) -> str:
    return ", ".join(f'"{name}"' for name in insert[1])


@cache
def folded(shape: Shape) -> str:
    """Return the one WITH statement for PostgreSQL; its answer is how many rows guard and updates touched."""
    parts = [f"guard AS ({_guard(shape)}{'' if shape.guard is None else ' RETURNING 1'})"]
    counts = []
    for number, insert in enumerate(shape.inserts):
        source = f"SELECT v.* FROM guard, (VALUES {_values(insert)}) AS v"
        parts.append(f'i{number} AS (INSERT INTO {insert[0]} ({_columns(insert)}) {source})')
    for number, update in enumerate(shape.updates):
        where = "region_code = %s AND id = %s AND EXISTS (SELECT 1 FROM guard)"
        parts.append(f"u{number} AS (UPDATE {update[0]} SET {_assign(update)} WHERE {where} RETURNING 1)")
        counts.append(f"(SELECT count(*) FROM u{number})")
    total = " + ".join(["g", *counts])
    # A guard that held while a row to change was missing must undo everything: the division fails the statement.
    answer = f"CASE WHEN g = 0 THEN 0 WHEN {total} = {1 + len(counts)} THEN {1 + len(counts)} ELSE 1 / (g - g) END"
    return f"WITH {', '.join(parts)} SELECT {answer} FROM (SELECT count(*) AS g FROM guard) AS t"


@cache
def listed(shape: Shape) -> tuple[str, ...]:
    """Return the statements for SQLite, the guard first."""
    inserts = [f"INSERT INTO {row[0]} ({_columns(row)}) VALUES {_values(row)}" for row in shape.inserts]
    updates = [f"UPDATE {row[0]} SET {_assign(row)} WHERE region_code = %s AND id = %s" for row in shape.updates]
    return (_guard(shape), *inserts, *updates)
