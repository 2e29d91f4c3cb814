"""What the documents of the house name exists: paths, links, the data of publiccode.yml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.guards.sources import ROOT, none_of

_PATH = re.compile(r"`((?:src|tests|docs|\.ci)/[\w./-]+)`")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
DOCUMENTS = [
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if path.read_text(encoding="utf-8").strip()
]


def missing(text: str, folder: Path) -> Iterator[str]:
    """Paths in code marks (from the root) and relative links (from the folder) that lead nowhere."""
    yield from (name for name in _PATH.findall(text) if not (ROOT / name).exists())
    yield from (name for name in _LINK.findall(text) if not (folder / name).exists())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_paths_and_links_lead_somewhere(document: Path) -> None:
    none_of(missing(document.read_text(encoding="utf-8"), document.parent))


def test_it_bites() -> None:
    text = "`src/yichuang/nowhere/` and [here](no-such.md), but `src/yichuang/rules/` and [there](https://x.org)"
    assert list(missing(text, ROOT)) == ["src/yichuang/nowhere/", "no-such.md"]


def test_publiccode_agrees_with_the_package() -> None:
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert public["softwareVersion"] == project["version"]
    assert public["legal"]["license"] == project["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
