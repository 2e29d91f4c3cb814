"""Are concerns and evaluations, and what was done about them, as they were put on record (诉求、评价评估)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import compare, images_of
from yichuang.records.feedback.models import EVALUATION, SUBJECT, Concern, ConcernStep, Evaluation, HotlineReport
from yichuang.records.ledger.models import Entry, Payload

_HEADS = {SUBJECT: Concern, EVALUATION: Evaluation}
_TABLES = (Concern, ConcernStep, HotlineReport, Evaluation)


def examine_concerns(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of concerns and evaluations; note the numbers they drew."""
    rows: dict[tuple[str, str], Any] = {}
    for model in _TABLES:
        rows |= {(model._meta.db_table, str(row.pk)): row for row in model.objects.filter(region_code=region_code)}
    entries = Entry.objects.filter(region_code=region_code, subject__in=_HEADS).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        for entry in chain:
            note_numbers(entry, drawn)
        yield from _examine(str(subject_id), chain, rows)
    for (table, _), left in rows.items():
        yield Finding("row_unexplained", str(left.pk), f"{table} {left.pk}")


def _examine(name: str, entries: list[Entry], rows: dict[tuple[str, str], Any]) -> list[Finding]:
    payloads: dict[Any, Payload] = {
        row.entry_id: row
        for row in Payload.objects.filter(
            region_code=entries[0].region_code, entry_id__in=[entry.id for entry in entries]
        )
    }
    found = chain_findings(name, entries, payloads)
    try:
        images = images_of(entries, payloads, _HEADS[entries[0].subject]._meta.db_table)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", name, type(fault).__name__, str(fault))]
    for (table, row_id), values in images.items():
        row = rows.pop((table, row_id), None)
        where = f"{table} {row_id}"
        found += [Finding("row_missing", name, where)] if row is None else compare(name, where, row, values)
    return found
