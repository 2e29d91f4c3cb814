"""Many rows with few columns, read without models (快读): followers go over millions, and a model is dear.

Ids, days and times come as texts, as SQLite keeps them: the same few come again and again, and are made once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

ZONE = ZoneInfo("Asia/Shanghai")
Rows = Iterator[tuple[Any, ...]]
_BATCH = 2000
_NOON = 12


class Table(NamedTuple):
    """What is read of a table: its columns, the one that holds the case, the order, and of which rows only."""

    name: str
    columns: str
    case: str
    order: str
    only: str = ""


def rows_of(table: Table, region_code: str, ids: Sequence[UUID]) -> Rows:
    """Yield the rows of cases of a region. One statement."""
    among, told = _among(ids)
    only = f" AND {table.only}" if table.only else ""
    text = (
        f"SELECT {_told(table.columns)} FROM {table.name} "  # noqa: S608
        f"WHERE region_code = %s AND {table.case} {among}{only} ORDER BY {table.order}"
    )
    with connection.cursor() as cursor:
        cursor.execute(text, [region_code, *told])
        while batch := cursor.fetchmany(_BATCH):
            yield from batch


def _among(ids: Sequence[UUID]) -> tuple[str, list[Any]]:
    """Return the condition of a page: an array is one parameter, which SQLite does not know."""
    if connection.vendor == "sqlite":
        return f"IN ({', '.join(['%s'] * len(ids))})", [one.hex for one in ids]
    return "= ANY(%s)", [list(ids)]


@cache
def _told(columns: str) -> str:
    """Return columns as texts where they would be ids, days or times: to make these of each would cost most of all."""
    return ", ".join(_text(name.strip()) for name in columns.split(","))


def _text(name: str) -> str:
    bare = name.strip('"')
    timed, dated = bare == "at" or bare.endswith("_at"), bare == "on" or bare.endswith("_on")
    if connection.vendor == "sqlite":  # a text at heart, of which the driver would make a time
        return f"{name} || ''" if timed or dated else name
    if timed:
        return f"({name} AT TIME ZONE 'UTC')::text"
    return f"{name}::text" if dated or bare == "id" or bare.endswith("_id") else name


def key_of(case_id: UUID) -> str:
    """Return the id of a case as the rows have it."""
    return case_id.hex if connection.vendor == "sqlite" else str(case_id)


def id_in(value: str | None) -> UUID | None:
    """Return an id of a row."""
    return id_of(value) if value else None


@lru_cache(maxsize=65536)
def id_of(text: str) -> UUID:
    """Return an id that is there: of officers, posts and departments there are few."""
    return UUID(text)


def day_in(value: Any) -> date | None:
    """Return the civil date of a time or of a date of a row."""
    if isinstance(value, str):
        return _day(value[:13])
    return value.astimezone(ZONE).date() if isinstance(value, datetime) else value


@lru_cache(maxsize=65536)
def hour_in(hour: str) -> tuple[date, bool]:
    """Return the civil day of the hour "2026-03-02 17" in UTC, and whether it lies in the afternoon."""
    there = datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC).astimezone(ZONE)
    return there.date(), there.hour >= _NOON


@lru_cache(maxsize=65536)
def _day(hour: str) -> date:
    """Return the civil date of "2026-03-02" or of the hour "2026-03-02 17" in UTC."""
    return date.fromisoformat(hour) if len(hour) == len("2026-03-02") else hour_in(hour)[0]
