"""What every row of a subject should look like: its images in the ledger, laid over each other (重建)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from yichuang.acts.inspection.finding import Finding, shown
from yichuang.records.cell import Cell
from yichuang.records.ledger.canonical import canonical
from yichuang.records.ledger.models import Entry, Payload

_ERASED = "erased"  # marks the image of a row whose personal columns an entry no longer tells
Images = dict[tuple[str, str], dict[str, Any]]


@cache
def model_of(table_name: str) -> type[models.Model]:
    """Return the model of a table. Raises LookupError."""
    for model in apps.get_models():
        if model._meta.db_table == table_name:
            return model
    raise LookupError(table_name)


def images_of(entries: Sequence[Entry], payloads: dict[Any, Payload], head_table: str) -> Images:
    """Return the rows that the entries built up; the subject's own row carries version and chain head."""
    images: Images = {}
    for entry in entries:
        payload = payloads.get(entry.id)
        hidden = payload.body.get("rows", []) if payload else []
        mark = {} if payload else {_ERASED: True}
        for table_name, row_id, values in entry.facts["rows"]:
            images.setdefault((table_name, row_id), {"region_code": entry.region_code}).update(values | mark)
        for table_name, row_id, values in hidden:
            images.setdefault((table_name, row_id), {"region_code": entry.region_code}).update(values)
        head = images[(head_table, str(entry.subject_id))]
        head.update(version=entry.seq, ledger_seq=entry.seq, ledger_hash=entry.hash)
    return images


def row_findings(name: str, images: Images, owned: Sequence[type[Cell]], subject_id: UUID) -> list[Finding]:
    """Compare every row with its image, column by column; rows without an image, and images without a row."""
    found: list[Finding] = []
    by_table: dict[str, dict[str, dict[str, Any]]] = {}
    for (table_name, row_id), values in images.items():
        by_table.setdefault(table_name, {})[row_id] = values
    for table_name, expected in by_table.items():
        model = model_of(table_name)
        rows = model._base_manager.filter(
            region_code=next(iter(expected.values()))["region_code"], pk__in=list(expected)
        )
        stored = {str(row.pk): row for row in rows}
        for row_id, values in expected.items():
            where = f"{table_name} {row_id}"
            found += (
                compare(name, where, stored[row_id], values)
                if row_id in stored
                else [Finding("row_missing", name, where)]
            )
    region = next(iter(images.values()))["region_code"]
    for table_name, stored_id in _rows_of(owned, region, subject_id):
        if str(stored_id) not in by_table.get(table_name, {}):
            found.append(Finding("row_unexplained", name, f"{table_name} {stored_id}"))
    return found


def _rows_of(owned: Sequence[type[Cell]], region_code: str, case_id: UUID) -> Iterable[tuple[str, UUID]]:
    """Return table and id of every row that belongs to a case, in one query."""
    parts = [
        model._base_manager.filter(region_code=region_code, case_id=case_id)
        .annotate(table_name=models.Value(model._meta.db_table, output_field=models.CharField()))
        .values_list("table_name", "pk")
        for model in owned
    ]
    return parts[0].union(*parts[1:], all=True) if parts else ()


def _never_told(field: Any) -> Any:
    """Return what a column holds that no entry tells: it was added to the table after the row was put on record."""
    return field.get_default()


def compare(name: str, where: str, row: models.Model, values: dict[str, Any]) -> list[Finding]:
    """Return the columns in which a row differs from its image."""
    found, unknown = [], getattr(row, "PRIVATE", ()) if values.get(_ERASED) else ()
    for field in row._meta.concrete_fields:
        if field.attname == "id" or (field.attname in unknown and field.attname not in values):
            continue
        stored, derived = getattr(row, field.attname), values.get(field.attname, _never_told(field))
        if canonical(stored) != canonical(derived):
            found.append(Finding("column_differs", name, f"{where} {field.attname}", shown(stored), shown(derived)))
    return found
