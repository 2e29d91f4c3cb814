"""The world of the matrix, built once for each module and rolled back at its end; a browser for everybody in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.faces.matrix.fingerprint import fingerprint
from tests.faces.matrix.world import NOW, ROLES, World, build_world
from tests.region_guard import region_guard
from yichuang.faces.common import clock
from yichuang.records.org.directory import forget
from yichuang.records.org.tokens import give

__all__ = ["region_guard"]
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        patch.setenv("YICHUANG_TASKS", "worker")
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(built: World, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    forget()
    cache.clear()
    yield built
    forget()


@pytest.fixture(scope="module")
def browsers(built: World) -> dict[str, Client]:
    """One browser for each person of the matrix, logged in."""
    found = {}
    for who in ROLES:
        found[who] = Client(raise_request_exception=False)
        if who != "anonymous":
            found[who].force_login(built.people[who], backend=_BACKEND)
    return found


@pytest.fixture(scope="module")
def programs(built: World) -> dict[str, Client]:
    """One program with a token for each person of the matrix."""
    found = {"anonymous": Client(raise_request_exception=False)}
    for who in set(ROLES) - {"anonymous"}:
        scopes, until = ("cases:read", "cases:write", "hotline"), NOW + timedelta(days=1)
        secret = give(built.people[who], scopes, at=NOW, until=until).secret
        found[who] = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {secret}"})
    return found


@pytest.fixture(scope="module")
def untouched(built: World, browsers: dict[str, Client], programs: dict[str, Client]) -> dict[str, tuple[int, str]]:
    """The whole database as it stands before the first call: what any test leaves behind differs from it."""
    return fingerprint()
