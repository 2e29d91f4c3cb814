"""Are certificates what their own chains say (证照的账): chains hold, and lie over what the case put on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import Images, images_of
from yichuang.records.certificates.models import SUBJECT, Certificate
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry, Payload

_CERTIFICATE, _DOCUMENT = Certificate._meta.db_table, Document._meta.db_table


def examine_certificates(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what is wrong with the chains of certificates; note the numbers they drew."""
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        for entry in chain:
            note_numbers(entry, drawn)
        yield from chain_findings(str(subject_id), chain, _payloads(chain))


def with_certificates(images: Images, region_code: str) -> Images:
    """Return the rows of a case as they are after what became of its certificates.

    A certificate is issued on the case's chain and changed on its own; a paper of its own chain gets its bytes on
    the case's.
    """
    ids = [UUID(row_id) for table, row_id in images if table == _CERTIFICATE]
    if not ids:
        return images
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT, subject_id__in=ids)
    chain = list(entries.order_by("subject_id", "seq"))
    for key, values in images_of(chain, _payloads(chain), _CERTIFICATE).items():
        before = images.get(key, {})
        images[key] = {**values, **before} if key[0] == _DOCUMENT else {**before, **values}
    return images


def _payloads(chain: Sequence[Entry]) -> dict[Any, Payload]:
    if not chain:
        return {}
    rows = Payload.objects.filter(region_code=chain[0].region_code, entry_id__in=[entry.id for entry in chain])
    return {row.entry_id: row for row in rows}
