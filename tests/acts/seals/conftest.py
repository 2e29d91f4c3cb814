"""Seals of their own for every test."""

from pathlib import Path
from typing import Any

import pytest

from tests.acts.city import City
from tests.acts.seals.offices import seals_of


@pytest.fixture
def folders(settings: Any, tmp_path: Path) -> Path:
    """The file store and the folder of the keys of one test."""
    settings.YICHUANG_FILES = tmp_path / "files"
    settings.YICHUANG_SEALS = {**settings.YICHUANG_SEALS, "folder": str(tmp_path / "seals"), "stamps_url": ""}
    return tmp_path


@pytest.fixture
def seals(city: City, folders: Path) -> dict[str, str]:
    """The numbers of a receipt seal of the centre, and of the department's seals of acceptance and approval."""
    return seals_of(city)
