"""The rows of the requirements (需求条目), as docs/legal/requirements.yaml holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: where it comes from, by what it is found, and which part does it (or what is left of it)."""

    no: str
    title: str
    articles: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()
    part: int = 1
    rest: Mapping[int, str] = field(default_factory=dict)
    dated: bool = False

    @property
    def done(self) -> bool:
        """Return whether this part claims the rule."""
        return self.part == 1


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read the rows in their order. Raises TypeError for a key nobody knows."""
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(row_of(no, fields) for no, fields in raw.items())


def row_of(no: str, fields: Mapping[str, object]) -> Row:
    """Make a row of what is written; lists become tuples."""
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Row(no, **plain)  # type: ignore[arg-type]
