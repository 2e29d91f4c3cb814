"""One paper of every kind (样例文书): what the editor of templates shows, and what tests and the bench print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "samples.yaml"
_NEWEST = "2026-11"


@dataclass
class Sample:
    """A document's row as far as it is printed."""

    kind: str
    no: str
    fields: Mapping[str, Any]
    on: date = date(2026, 11, 9)
    drawn_at: datetime = datetime(2026, 11, 9, 2, 5, tzinfo=UTC)
    template: str = field(default="")
    region_code: str = ""

    def __post_init__(self) -> None:
        self.template = self.template or f"{self.kind}@{_NEWEST}"


@cache
def told() -> Mapping[str, Any]:
    """Return the samples as they are written down. Never change them."""
    found: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def case_no() -> str:
    """Return the number of the case that all samples are of."""
    return str(told()["case_no"])


def sample_of(kind: str, **changed: Any) -> Sample:
    """Return the sample of a kind, with some fields changed. Raises KeyError where there is none."""
    own = told()["kinds"][kind]
    return Sample(kind, told()["numbers"].get(kind, told()["number"]), {**told()["frame"], **own, **changed})
