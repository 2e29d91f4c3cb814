"""Are the lists of destruction the ones that were put on record (处置清册的账): chains and rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.archive.models import SUBJECT, Disposal
from yichuang.records.ledger.models import Entry, Payload


def examine_disposals(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of the lists; note the numbers they drew."""
    entries, seen = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq"), set()
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        seen.add(subject_id)
        for entry in chain:
            note_numbers(entry, drawn)
        name = str(chain[0].answer.get("no", subject_id))
        rows = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in chain])
        payloads = {row.entry_id: row for row in rows}
        yield from chain_findings(name, chain, payloads)
        yield from row_findings(name, images_of(chain, payloads, Disposal._meta.db_table), (), subject_id)
    for row in Disposal.objects.filter(region_code=region_code).iterator():
        if row.id not in seen:
            yield Finding("row_unexplained", row.no, f"{Disposal._meta.db_table} {row.id}")
