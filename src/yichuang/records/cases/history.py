"""What happened to a case (办理经过): its ledger entries with what the erasable payload still tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.records.cases.models import Material, Stage
from yichuang.records.ledger.models import Entry, Payload, Subject

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Event:
    """One act as it was put on record. `erased`: its reasons and opinions are gone, only their digest is left."""

    seq: int
    verb: str
    at: datetime
    actor_id: UUID | None
    post_id: UUID | None
    facts: Mapping[str, Any]
    told: Mapping[str, Any] = field(default_factory=dict)
    erased: bool = False
    acting_for_id: UUID | None = None

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """Return what the act wrote into a table: columns by the id of the row, open and private ones together."""
        found: dict[str, dict[str, Any]] = {}
        for part in (self.facts.get("rows", ()), self.told.get("rows", ())):
            for name, row_id, columns in part:
                if name == table:
                    found.setdefault(str(row_id), {}).update(columns)
        return found


def events_of(region_code: str, case_id: UUID) -> list[Event]:
    """Return the acts on a case in their order. Two queries."""
    entries = list(
        Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id=case_id).order_by("seq")
    )
    payloads = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in entries])
    told = {payload.entry_id: payload.body for payload in payloads}
    return [
        Event(
            entry.seq, entry.verb, entry.at, entry.actor_id, entry.post_id, entry.facts,
            told.get(entry.id) or {}, not told.get(entry.id), entry.acting_for_id,
        )
        for entry in entries
    ]  # fmt: skip


def stages_of(region_code: str, case_id: UUID) -> list[Stage]:
    """Return the stages of a case in the order in which they were opened (环节)."""
    return list(Stage.objects.filter(region_code=region_code, case_id=case_id).order_by("opened_at", "id"))


def materials_of(region_code: str, case_id: UUID) -> list[Material]:
    """Return the materials of a case with their files (申请材料)."""
    return list(Material.objects.filter(region_code=region_code, case_id=case_id).order_by("position"))
