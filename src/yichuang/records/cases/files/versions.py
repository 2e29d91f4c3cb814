"""材料的各版: what stood for a material before it was corrected, as the ledger tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.records.cases.history import Event
from yichuang.records.cases.models import Material


@dataclass(frozen=True, slots=True)
class Version:
    """The files of a material from one moment until they were replaced."""

    at: datetime
    files: Sequence[Mapping[str, Any]]


def earlier_files(events: Sequence[Event]) -> dict[UUID, list[Version]]:
    """Return the versions that were replaced, by material, the oldest first; erased ones are gone."""
    found: dict[UUID, list[Version]] = {}
    for event in events:
        for row_id, columns in event.rows(Material._meta.db_table).items():
            if "files" in columns:
                found.setdefault(UUID(row_id), []).append(Version(event.at, columns["files"]))
    return {row_id: [one for one in all_of[:-1] if one.files] for row_id, all_of in found.items()}
