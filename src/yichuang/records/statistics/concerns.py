"""What people said (诉求) as lines of the registers: read off the ledger, each once, however often it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from yichuang.records.following.plain import day_in
from yichuang.records.ledger.models import Entry
from yichuang.records.statistics.models import RegisterNote

_SPACE = UUID("b1a5b4f4-5d6f-5a0e-8f0c-0a6d0f3f3c11")
_TABLE = "feedback_concern"
_KINDS: Mapping[str, str] = {"inquiry": "consultation", "complaint": "complaint", "praise": "praise"}


def note_concerns(region_code: str, since: datetime | None) -> None:
    """Put down what was filed since then; None is from nothing."""
    entries = Entry.objects.filter(region_code=region_code, verb="concern.filed")
    notes = RegisterNote.objects.filter(region_code=region_code)
    with transaction.atomic():
        if since is None:
            notes.filter(noted_by=None).delete()
        else:
            entries = entries.filter(recorded_at__gte=since)
        RegisterNote.objects.bulk_create(list(_lines(region_code, entries)), ignore_conflicts=True)


def _lines(region_code: str, entries: Any) -> Iterator[RegisterNote]:
    for subject, at, facts in entries.values_list("subject_id", "at", "facts"):
        for table, _, columns in facts.get("rows", ()):
            if table == _TABLE and columns.get("kind") in _KINDS:
                banner = columns.get("medium") == "banner"
                yield RegisterNote(
                    id=uuid5(_SPACE, subject.hex), region_code=region_code, on=day_in(at), number=1, noted_at=at,
                    kind="banner" if banner else _KINDS[columns["kind"]], department_id=columns.get("department_id"),
                )  # fmt: skip
