"""Bring Django up for a command."""

from __future__ import annotations

import os


def ready() -> None:
    """Load settings and apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")
    import django

    django.setup()


def has_tables() -> bool:
    """Say whether the database has been migrated at all."""
    from django.db import connection

    return "ledger_entry" in connection.introspection.table_names()
