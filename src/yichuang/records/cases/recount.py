"""Reads for counting all cases of a region again under other norms (试算): in chunks, never a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Model, Q
from django.db.models.expressions import Combinable

from yichuang.records.cases.models import Case, CaseState, Stage

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
class Piece:
    """One thing on record with its case: `values` are what was asked for by name, days already civil dates."""

    no: str
    item_id: UUID | None  # None: of a project, not of a case
    item_version_id: UUID | None
    profile: str
    state: str
    department_id: UUID
    received_on: date
    accepted_on: date | None
    closed_on: date | None
    values: Mapping[str, Any]


_OF_CASE = "no item_id item_version_id profile state department_id received_on accepted_on closed_on".split()


def pieces(
    model: type[Model], region_code: str, columns: Mapping[str, str | Combinable], where: Q, since: date
) -> Iterator[Piece]:
    """Yield rows of cases received since a day or still running, of the case itself or of a part of it. One query."""
    way = "" if model is Case else "case__"
    recent = Q(**{f"{way}received_on__gte": since}) | ~Q(**{f"{way}state": CaseState.CLOSED.value})
    rows = model._default_manager.filter(recent, where, region_code=region_code)
    rows = rows.filter(case__region_code=region_code) if way else rows
    told = {f"of_{name}": F(found) if isinstance(found, str) else found for name, found in columns.items()}
    own = "department_id" if model is Stage else f"{way}department_id"
    names = [own if name == "department_id" else f"{way}{name}" for name in _OF_CASE]
    for row in rows.annotate(**told).order_by("id").values_list(*names, *told).iterator(CHUNK):
        values = {name: day_of(value) for name, value in zip(columns, row[len(names) :], strict=True)}
        yield Piece(*row[: len(names)], values)


def day_of(value: Any) -> Any:
    """Return the civil day of a moment; anything else as it is."""
    return value.astimezone(_ZONE).date() if isinstance(value, datetime) else value
