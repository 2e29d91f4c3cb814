"""What the documents tell (源文件的数字), as it stands in sources.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Lives:
    """So many cases of an item that went the same way."""

    item: str
    how: str
    count: int
    grade: int = 0
    fee: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its window, the cases, and what it says of them."""

    name: str
    source: str
    title: str
    quote: str
    first: date
    last: date
    lives: tuple[Lives, ...]
    expected: Mapping[str, str]
    parts: Mapping[str, list[Any]]

    @property
    def region(self) -> str:
        """Return the fictional region in which its window stands."""
        return f"99019{[one.name for one in sources()].index(self.name) + 1}"


@cache
def sources() -> tuple[Source, ...]:
    """Return the documents."""
    told = yaml.load(Path(__file__).with_name("sources.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Source(
            one["name"], one["source"], one["title"], one["quote"], one["from"], one["to"],
            tuple(Lives(**life) for life in one["lives"]), one["expected"], one.get("parts", {}),
        )
        for one in told
    )  # fmt: skip
