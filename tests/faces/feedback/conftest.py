"""The small centre at the hour of the test, and browsers for whoever looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.acts.city import ZONE, City
from tests.acts.conftest import city as city
from tests.acts.feedback.walks import RATED
from yichuang.faces.common import clock

Browser = Callable[..., Client]
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def centre(city: City, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    """The centre on the day of the ratings, with text messages as files."""
    cache.clear()
    settings.YICHUANG_SMS, settings.YICHUANG_PUBLIC_URL = str(tmp_path / "sms"), "https://yc.test"
    monkeypatch.setattr(clock, "now", lambda: datetime(RATED.year, RATED.month, RATED.day, 10, tzinfo=ZONE))
    yield city
    cache.clear()


@pytest.fixture
def browser(centre: City) -> Browser:
    """A browser of somebody; without a name, of a visitor."""

    def of(who: str = "") -> Client:
        found = Client()
        if who:
            found.force_login(centre.people[who], backend=_BACKEND)
        return found

    return of


def text(response: Any) -> str:
    """Return what a page says."""
    return str(response.content.decode())
