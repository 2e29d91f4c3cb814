"""Are links for uploading by phone, and what came over them, as they were put on record (手机扫码上传)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from yichuang.acts.inspection.chains import chain_findings
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import compare, images_of
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.uploads.models import SUBJECT, Arrival, UploadLink

_LINK, _ARRIVAL = UploadLink._meta.db_table, Arrival._meta.db_table


def examine_uploads(region_code: str) -> Iterator[Finding]:
    """Yield what the ledger does not explain of links and arrivals."""
    rows: dict[tuple[str, str], Any] = {}
    for table, model in ((_LINK, UploadLink), (_ARRIVAL, Arrival)):
        rows |= {(table, str(row.id)): row for row in model.objects.filter(region_code=region_code)}
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        yield from _examine(str(subject_id), list(group), rows)
    for (table, _), left in rows.items():
        yield Finding("row_unexplained", str(left.id), f"{table} {left.id}")


def _examine(name: str, entries: list[Entry], rows: dict[tuple[str, str], Any]) -> list[Finding]:
    payloads: dict[Any, Payload] = {
        row.entry_id: row
        for row in Payload.objects.filter(
            region_code=entries[0].region_code, entry_id__in=[entry.id for entry in entries]
        )
    }
    found = chain_findings(name, entries, payloads)
    try:
        images = images_of(entries, payloads, _LINK)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", name, type(fault).__name__, str(fault))]
    for (table, row_id), values in images.items():
        row = rows.pop((table, row_id), None)
        where = f"{table} {row_id}"
        found += [Finding("row_missing", name, where)] if row is None else compare(name, where, row, values)
    return found
