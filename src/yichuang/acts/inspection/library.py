"""Is the library of certificates what was put on record (电子证照库): types, lists taken in, what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from yichuang.acts.inspection.certificates import with_certificates
from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.applicants.models import Applicant
from yichuang.records.cell import Cell
from yichuang.records.certificates.models import (
    IMPORT,
    SUBJECT,
    TYPE,
    Certificate,
    CertificateImport,
    CertificateType,
    ExpiryNotice,
    Sharing,
    Suspension,
)
from yichuang.records.ledger.models import Entry, Payload

_HANGING: tuple[type[Cell], ...] = (Suspension, Sharing, ExpiryNotice)


def examine_library(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of the library; note the numbers drawn."""
    yield from _chains(region_code, TYPE, CertificateType, drawn)
    yield from _chains(region_code, IMPORT, CertificateImport, drawn)
    yield from _unexplained(region_code)


def _chains(region_code: str, subject: str, head: type[Cell], drawn: dict[str, list[int]]) -> Iterator[Finding]:
    entries = Entry.objects.filter(region_code=region_code, subject=subject).order_by("subject_id", "seq")
    seen = set()
    for subject_id, group in groupby(entries.iterator(chunk_size=50), key=lambda entry: entry.subject_id):
        seen.add(subject_id)
        yield from _chain(list(group), head, drawn)
    for row_id in head._base_manager.filter(region_code=region_code).values_list("pk", flat=True):
        if row_id not in seen:
            yield Finding("row_unexplained", str(row_id), head._meta.db_table)


def _chain(chain: list[Entry], head: type[Cell], drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Compare a chain and its rows; applicants change later on the chains of their cases and are left to those."""
    first, table = chain[0], head._meta.db_table
    for entry in chain:
        note_numbers(entry, drawn)
    ids = [entry.id for entry in chain]
    rows = Payload.objects.filter(region_code=first.region_code, entry_id__in=ids)
    payloads: dict[Any, Payload] = {row.entry_id: row for row in rows}
    yield from chain_findings(str(first.subject_id), chain, payloads)
    try:
        images = with_certificates(images_of(chain, payloads, table), first.region_code)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        yield Finding("entry_unreadable", str(first.subject_id), type(fault).__name__, str(fault))
        return
    kept = {key: values for key, values in images.items() if key[0] != Applicant._meta.db_table}
    for part in _parts(kept):
        yield from row_findings(str(first.subject_id), part, (), first.subject_id)


def _parts(images: dict[Any, Any], size: int = 500) -> Iterator[dict[Any, Any]]:
    keys = list(images)
    for start in range(0, len(keys), size):
        yield {key: images[key] for key in keys[start : start + size]}


def _unexplained(region_code: str) -> Iterator[Finding]:
    """Yield rows that no entry of a certificate's chain names."""
    named: set[tuple[str, str]] = set()
    entries = Entry.objects.filter(region_code=region_code, subject__in=(SUBJECT, IMPORT))
    for facts in entries.values_list("facts", flat=True).iterator(chunk_size=50):
        named |= {(table, row_id) for table, row_id, _ in facts["rows"]}
    loose = Certificate.objects.filter(region_code=region_code, case_id=None)
    hanging: list[tuple[type[Cell], Any]] = [(Certificate, loose)]
    hanging += [(one, one._base_manager.filter(region_code=region_code)) for one in _HANGING]
    for model, rows in hanging:
        for row_id in rows.values_list("pk", flat=True).iterator():
            if (model._meta.db_table, str(row_id)) not in named:
                yield Finding("row_unexplained", str(row_id), model._meta.db_table)
