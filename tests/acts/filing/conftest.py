"""A centre that other database sessions see: for transactions, threads and their failures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.acts.city import City, build_city
from tests.acts.filing import crowd


@pytest.fixture
def open_city(emptied: None, transactional_db: None) -> City:
    """The small centre, committed."""
    return build_city()


@pytest.fixture
def busy_city(open_city: City, tmp_path: Path) -> Iterator[City]:
    """The small centre for several sessions at once."""
    if connection.vendor == "sqlite":
        crowd.COPY[:] = [str(tmp_path / "busy.sqlite3")]
        with sqlite3.connect(crowd.COPY[0]) as copy:
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=WAL")  # once, as an installation does: many at once can not
    yield open_city
    crowd.COPY.clear()
