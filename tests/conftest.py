"""For every suite: which database, and which tests want a particular one.

The settings take the database from DATABASE_URL (SQLite without it); `./yc test` runs the suite once on each.
"""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

settings.register_profile("yichuang", deadline=None)
settings.load_profile("yichuang")


@pytest.fixture(scope="session")
def vendor() -> str:
    """The database of this run: sqlite or postgresql."""
    from django.db import connection

    return connection.vendor


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what never asks a database: it can't differ from SQLite, where everything runs."""
    if _engine().endswith("postgresql"):
        pure = [item for item in items if not _asks_a_database(item)]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if _asks_a_database(item)]


def _asks_a_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("sqlite"):
        return False
    named = {"db", "transactional_db", "vendor", "built"} & set(getattr(item, "fixturenames", ()))
    return bool(named) or any(item.get_closest_marker(mark) for mark in ("django_db", "postgres"))


def _engine() -> str:
    from django.conf import settings as site

    return str(site.DATABASES["default"]["ENGINE"])


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("postgres") and not _engine().endswith("postgresql"):
        pytest.skip("needs PostgreSQL: runs with DATABASE_URL=postgres://…")
