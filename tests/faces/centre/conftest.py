"""The small centre, its watchers, and a browser for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.acts.city import City
from tests.acts.conftest import city as city
from yichuang.faces.common import clock
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting, User

WATCHERS = {"manager": "centre_manager", "supervisor": "supervisor", "auditor": "auditor", "legal": "legal_officer",
            "archivist": "archivist"}  # fmt: skip


@pytest.fixture
def centre(city: City) -> City:
    """The centre with a supervisor and an auditor besides its manager."""
    for name, role in WATCHERS.items():
        if name not in city.people:
            city.people[name] = User.objects.create(username=name, display_name=name)
            Posting.objects.create(user=city.people[name], role=role, centre=city.centre, starts_on=date(2020, 1, 1))
    forget()
    return city


@pytest.fixture
def enter(centre: City) -> Callable[[str], Client]:
    """Log somebody in."""

    def logged_in(who: str) -> Client:
        client = Client()
        client.force_login(centre.people[who])
        return client

    return logged_in


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let the server think that it is that day, at ten in the morning."""

    def move(day: date) -> None:
        from datetime import datetime

        monkeypatch.setattr(clock, "now", lambda: datetime(day.year, day.month, day.day, 10, tzinfo=clock.ZONE))

    return move
