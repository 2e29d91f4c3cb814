"""Emptying the test database after a transactional test: the ledger's triggers refuse it, so they step aside for it.

The suite is torn down by the tables' owner, who may do that; the application's own role may not (docs/operate).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from yichuang.records.ledger.append_only import TABLES, install

_ASIDE = ("DISABLE", "ENABLE")


@pytest.fixture
def emptied(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let this test's tables be emptied at its end, and put the triggers back afterwards. Ask for it first."""
    flush = connection.ops.sql_flush

    def sql_flush(style: Any, tables: Any, **options: Any) -> list[str]:
        if connection.vendor == "sqlite":
            aside = [f"DROP TRIGGER IF EXISTS {name}_no_delete" for name in TABLES.values()]
            return [*aside, *flush(style, tables, **options)]
        aside, back = ([f"ALTER TABLE {table} {verb} TRIGGER USER" for table in TABLES] for verb in _ASIDE)
        return [*aside, *flush(style, tables, **options), *back]

    with django_db_blocker.unblock():
        connection.ops.sql_flush = sql_flush  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():
        connection.ops.sql_flush = flush  # type: ignore[method-assign]
        install(connection)
