"""Reads for counting all cases of a region again under other norms (试算): in chunks, never a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.records.cases.models import Case

CHUNK = 500
_COLUMNS = "id no item_id item_version_id kind profile state terms received_on".split()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case keeps of the law that it was received under: the copied terms, and where they came from."""

    id: UUID
    no: str
    item_id: UUID
    item_version_id: UUID
    kind: str
    profile: str
    state: str
    terms: Mapping[str, Any]
    received_on: date


def kept_terms(region_code: str) -> Iterator[list[Kept]]:
    """Yield the cases of a region, oldest first, chunk by chunk. One query for each chunk."""
    last: UUID | None = None
    while True:
        rows = Case.objects.filter(region_code=region_code)
        rows = rows.filter(pk__gt=last) if last else rows
        chunk = [Kept(*row) for row in rows.order_by("pk").values_list(*_COLUMNS)[:CHUNK]]
        if chunk:
            yield chunk
        if len(chunk) < CHUNK:
            return
        last = chunk[-1].id
