"""A small hall at ten in the morning, its clerk at the window."""

from __future__ import annotations

from typing import Any

import pytest

from tests.acts.city import City, build_city
from tests.records.hall.conftest import SmallHall, at, build_hall
from yichuang.faces.common import clock
from yichuang.records.org.directory import forget


@pytest.fixture
def hall(db: None, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> SmallHall:
    monkeypatch.setattr(clock, "now", lambda: at(10))
    settings.YICHUANG_FILES = tmp_path
    city = build_city()
    _at_window(city)
    forget()
    return build_hall(city)


def _at_window(city: City) -> None:
    from yichuang.records.org.models import Posting

    Posting.objects.filter(user=city.people["clerk"]).update(window=city.window)
