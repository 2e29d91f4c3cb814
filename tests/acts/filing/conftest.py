"""A centre that other database sessions see: for transactions, threads and their failures."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection, connections

from tests.acts.city import City, build_city


@pytest.fixture
def open_city(emptied: None, transactional_db: None) -> City:
    """The small centre, committed."""
    return build_city()


@pytest.fixture
def busy_city(open_city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> City:
    """The small centre for several sessions at once. SQLite's lives in memory, so the others get a copy in a file."""
    if connection.vendor == "sqlite":
        file = tmp_path / "busy.sqlite3"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
        monkeypatch.setitem(connections.settings["default"], "NAME", str(file))
    return open_city
