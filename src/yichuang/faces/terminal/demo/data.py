"""The files of the demonstration, read with the safe loader."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Any:
    """Return a YAML file of this folder, by its name without ending."""
    return yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def guides() -> Mapping[str, Mapping[str, Any]]:
    """Return the complete guides by id."""
    return {guide["id"]: guide for guide in read("guides")["items"]}


@cache
def source_rows() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the item list by name."""
    with (_FOLDER / "items.csv").open(encoding="utf-8") as file:
        return {row["item"]: row for row in csv.DictReader(file)}
