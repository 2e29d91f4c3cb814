"""Many rows with few columns, read without models (快读): followers go over millions, and a model is dear.

Ids and times come as the database keeps them: a UUID and a datetime on PostgreSQL, texts on SQLite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

ZONE = ZoneInfo("Asia/Shanghai")
_BATCH = 2000
_NOON = 12


def rows_of(select: str, column: str, order: str, region_code: str, ids: Sequence[UUID]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the cases: `select` ends with its table, `column` holds the case."""
    keys: list[Any] = [one.hex for one in ids] if connection.vendor == "sqlite" else list(ids)
    marks = ", ".join(["%s"] * len(keys))
    text = f"{select} WHERE region_code = %s AND {column} IN ({marks}) ORDER BY {order}"
    with connection.cursor() as cursor:
        cursor.execute(text, [region_code, *keys])
        while batch := cursor.fetchmany(_BATCH):
            yield from batch


def key_of(case_id: UUID) -> Any:
    """Return the id of a case as the rows have it."""
    return case_id.hex if connection.vendor == "sqlite" else case_id


def id_in(value: Any) -> UUID | None:
    """Return an id of a row."""
    return _id(value) if isinstance(value, str) else value


def day_in(value: Any) -> date | None:
    """Return the civil date of a time or of a date of a row."""
    if isinstance(value, str):
        return _day(value[:13])
    return value.astimezone(ZONE).date() if isinstance(value, datetime) else value


def after_noon(value: Any) -> bool:
    """Return whether a time of a row lies in the afternoon of its civil day."""
    if isinstance(value, str):
        return _hour(value[:13]) >= _NOON
    return isinstance(value, datetime) and value.astimezone(ZONE).hour >= _NOON


@lru_cache(maxsize=65536)
def _hour(hour: str) -> int:
    """Return the civil hour of the hour "2026-03-02 17" in UTC."""
    return datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC).astimezone(ZONE).hour


@lru_cache(maxsize=65536)
def _id(text: str) -> UUID:
    return UUID(text)


@lru_cache(maxsize=65536)
def _day(hour: str) -> date:
    """Return the civil date of "2026-03-02" or of the hour "2026-03-02 17" in UTC."""
    if len(hour) == len("2026-03-02"):
        return date.fromisoformat(hour)
    return datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC).astimezone(ZONE).date()
