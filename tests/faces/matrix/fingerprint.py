"""The whole database in one value: number of rows and digest of every table."""

from __future__ import annotations

import hashlib

from django.apps import apps


def fingerprint() -> dict[str, tuple[int, str]]:
    """Count and digest of every table; equal before and after what changes nothing."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        rows = list(model._base_manager.order_by("pk").values_list())
        found[model._meta.db_table] = (len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
    return found


def changes(before: dict[str, tuple[int, str]], after: dict[str, tuple[int, str]]) -> list[str]:
    """The tables that differ."""
    return [
        f"{table}: {before[table][0]} → {after[table][0]} rows" for table in before if before[table] != after[table]
    ]
