"""Reads for counting all cases of a region again under other norms (试算): in chunks, never a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.records.cases.models import Case, CaseOutcome, Stage

CHUNK = 500
_ZONE = ZoneInfo("Asia/Shanghai")
_COLUMNS = "id no item_id item_version_id profile state terms received_on".split()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case keeps of the law that it was received under: the copied terms, and where they came from."""

    id: UUID
    no: str
    item_id: UUID
    item_version_id: UUID
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """One limited piece of work of a department: from which day, until when it had to be done, and when it was."""

    department_id: UUID
    profile: str
    start: date
    due_on: date
    done_on: date | None


def stages_worked(region_code: str, kind: str, since: datetime) -> Iterator[Stretch]:
    """Yield the stages of one kind that were opened since a moment and have a last day. One query."""
    rows = Stage.objects.filter(region_code=region_code, kind=kind, opened_at__gte=since, due_on__isnull=False)
    rows = rows.filter(case__region_code=region_code).order_by("id")
    names = ("department_id", "case__profile", "starts_on", "opened_at", "due_on", "done_at")
    for department_id, profile, starts_on, opened_at, due_on, done_at in rows.values_list(*names).iterator(CHUNK):
        start = starts_on or opened_at.astimezone(_ZONE).date()
        yield Stretch(department_id, profile, start, due_on, done_at.astimezone(_ZONE).date() if done_at else None)


def certificates_handed(region_code: str, since: date) -> Iterator[Stretch]:
    """Yield the granted cases decided since a day that owe a certificate: decision, last day, delivery. One query."""
    rows = Case.objects.filter(region_code=region_code, decided_on__gte=since, certificate_by__isnull=False)
    rows = rows.filter(outcome=CaseOutcome.GRANTED).order_by("id")
    names = ("department_id", "profile", "decided_on", "certificate_by", "closed_on")
    for row in rows.values_list(*names).iterator(CHUNK):
        yield Stretch(*row)
