"""Packages go into a store of their own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def files(settings: object, tmp_path: Path) -> Path:
    """The folder of the file store of one test."""
    settings.YICHUANG_FILES = tmp_path / "files"  # type: ignore[attr-defined]
    settings.YICHUANG_PROOFS = {**settings.YICHUANG_PROOFS, "folder": tmp_path / "proofs"}  # type: ignore[attr-defined]
    return tmp_path
