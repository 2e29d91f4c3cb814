"""The small centre with projects, on a fixed day, and a browser for everybody in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.test import Client

from tests.acts.city import ZONE
from tests.acts.projects.works import Works, build_works
from yichuang.faces.common import clock
from yichuang.records.org.directory import forget

NOW = datetime(2026, 3, 2, 11, tzinfo=ZONE)
Enter = Callable[[str], Client]


@pytest.fixture
def works(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Works]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")
    yield build_works()
    forget()


@pytest.fixture
def enter(works: Works) -> Enter:
    """Return somebody's browser, logged in."""

    def entered(who: str) -> Client:
        client = Client()
        client.force_login(works.city.people[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return entered
