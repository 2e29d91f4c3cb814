"""A proven ledger."""

from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import City
from tests.acts.proofs.book import Book


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> Path:
    place = tmp_path / "book"
    settings.YICHUANG_PROOFS = {**settings.YICHUANG_PROOFS, "folder": str(place / "keys")}
    return place


@pytest.fixture
def book(city: City, keys: Path) -> Book:
    return Book(keys).live()
