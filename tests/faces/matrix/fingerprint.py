"""The whole database in one value: number of rows and digest of every table."""

from __future__ import annotations

import hashlib

from django.apps import apps
from django.db import connection


def fingerprint() -> dict[str, tuple[int, str]]:
    """Count and digest of every table as it is stored; equal before and after what changes nothing."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            key = ", ".join(connection.ops.quote_name(field.column) for field in model._meta.pk_fields)
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)} ORDER BY {key}")
            rows = cursor.fetchall()
            found[model._meta.db_table] = (len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
    return found


def writes() -> int:
    """Count the rows written so far in this transaction, undone ones too; equal before and after what writes none."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return int(connection.connection.total_changes)
        cursor.execute("SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables")
        return int(cursor.fetchone()[0])


def changes(before: dict[str, tuple[int, str]], after: dict[str, tuple[int, str]]) -> list[str]:
    """The tables that differ."""
    return [
        f"{table}: {before[table][0]} → {after[table][0]} rows" for table in before if before[table] != after[table]
    ]
