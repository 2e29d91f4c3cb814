"""A proven ledger."""

from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import City
from tests.acts.proofs.book import START, Book
from yichuang.faces.portal.proofs import machine


@pytest.fixture
def keys(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "book"
    settings.YICHUANG_PROOFS = {**settings.YICHUANG_PROOFS, "folder": str(place / "keys")}
    monkeypatch.setattr(machine, "wire_now", lambda: START)
    return place


@pytest.fixture
def book(city: City, keys: Path) -> Book:
    return Book(keys).live()
