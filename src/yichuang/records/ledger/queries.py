"""Reads of the ledger: the chain of one subject with its payloads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yichuang.records.ledger.models import Entry, Payload


@dataclass(frozen=True, slots=True)
class Chain:
    """The entries of one subject in order, and their payloads by entry (哈希链)."""

    entries: list[Entry]
    payloads: dict[UUID, Payload]


def chain_of(region_code: str, subject: str, subject_id: UUID) -> Chain:
    """Return the chain of a subject as it is stored. Two queries."""
    rows = Entry.objects.filter(region_code=region_code, subject=subject, subject_id=subject_id).order_by("seq", "id")
    entries = list(rows)
    payloads = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in entries])
    return Chain(entries, {row.entry_id: row for row in payloads})


def recorded_after(regions: Iterable[str], moment: datetime) -> bool:
    """Say whether anything is on record after a moment."""
    return Entry.objects.filter(region_code__in=list(regions), recorded_at__gt=moment).exists()


def went_on_after(region_code: str, subject_id: UUID, seq: int, moment: datetime) -> bool:
    """Say whether the last entry of a chain, whose number is given, was recorded after a moment."""
    last = Entry.objects.filter(region_code=region_code, subject_id=subject_id, seq=seq)
    return last.filter(recorded_at__gt=moment).exists()
