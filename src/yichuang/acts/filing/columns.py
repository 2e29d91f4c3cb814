"""How the columns of a table are written: name, cast, and what the database wants for a value."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from yichuang.records.ledger.canonical import plain

Adapt = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Table:
    """One table as the pen sees it."""

    name: str
    columns: dict[str, tuple[str, Adapt]]  # attname → (cast, adapt)
    private: frozenset[str]


def _same(value: Any) -> Any:
    return value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain)


def _sqlite_time(value: datetime | None) -> str | None:
    return None if value is None else value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _sqlite_date(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _sqlite_uuid(value: UUID | None) -> str | None:
    return None if value is None else value.hex


def _adapt(column: Any, vendor: str) -> Adapt:
    column = column.target_field if column.is_relation else column
    if isinstance(column, models.JSONField):
        return _json
    if vendor != "sqlite":
        return _same
    if isinstance(column, models.DateTimeField):
        return _sqlite_time
    if isinstance(column, models.DateField):
        return _sqlite_date
    return _sqlite_uuid if isinstance(column, models.UUIDField) else _same


def _cast(column: models.Field[Any, Any], vendor: str) -> str:
    if vendor == "sqlite":
        return ""
    kind = str(column.db_type(connection))
    return "::" + {"varchar": "varchar"}.get(kind.split("(")[0], kind)


@cache
def _table(model: type[models.Model], vendor: str) -> Table:
    fields = [column for column in model._meta.concrete_fields if column.column]
    columns = {f.attname: (_cast(f, vendor), _adapt(f, vendor)) for f in fields}
    return Table(model._meta.db_table, columns, getattr(model, "PRIVATE", frozenset()))


def table(model: type[models.Model]) -> Table:
    """Return how the model's table is written on the current database."""
    return _table(model, connection.vendor)
