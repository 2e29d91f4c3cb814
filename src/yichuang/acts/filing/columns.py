"""How the columns of a table are written: name, cast, and what the database wants for a plain value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, models

from yichuang.records.ledger.canonical import Written, written
from yichuang.records.statements import SQLITE, vendor

Adapt = Callable[[Any], Any]
_TEXTS = (models.CharField, models.TextField, models.UUIDField, models.DateField)  # their plain values are texts


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table as the pen sees it: casts, adapters where a plain value won't do, and which columns are private."""

    name: str
    casts: dict[str, str]
    adapters: dict[str, Adapt]
    private: frozenset[str]


def _text(value: Any) -> str | None:
    """Return the text form that a cast reads: true and false as `t` and `f`, numbers in digits."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value)


def _json(value: Any) -> str | None:
    return value if value is None or isinstance(value, Written) else written(value)


def _sqlite_id(value: str | None) -> str | None:
    return None if value is None else value.replace("-", "")


def _sqlite_time(value: str | None) -> str | None:
    """Return Django's spelling of a canonical time: no zone, no empty fraction of a second."""
    if value is None:
        return None
    return f"{value[:10]} {value[11:19] if value[20:26] == '000000' else value[11:26]}"


def _adapter(column: Any, database: str) -> Adapt | None:
    """Return how a plain value of the column is adapted; None where it is right as it is."""
    column = column.target_field if column.is_relation else column
    if isinstance(column, models.JSONField):
        return _json
    if database != SQLITE:
        return None if isinstance(column, _TEXTS) else _text
    if isinstance(column, models.DateTimeField):
        return _sqlite_time
    return _sqlite_id if isinstance(column, models.UUIDField) else None


def _cast(column: models.Field[Any, Any], database: str) -> str:
    return "" if database == SQLITE else "::" + str(column.db_type(connection)).split("(")[0]


def _table(model: Any) -> Table:
    """Return how the table of a model is written on the current database."""
    fields, database = [column for column in model._meta.concrete_fields if column.column], vendor()
    return Table(
        model._meta.db_table,
        {field.attname: _cast(field, database) for field in fields},
        {field.attname: adapt for field in fields if (adapt := _adapter(field, database))},
        getattr(model, "PRIVATE", frozenset()),
    )


table: Callable[[Any], Table] = cache(_table)
