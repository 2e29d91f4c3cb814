"""Are the bulletins the ones that were put on record (通报的账): chains, rows, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.bulletins.models import SUBJECT, Bulletin
from yichuang.records.ledger.models import Entry, Payload


def examine_bulletins(region_code: str, numbers: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of the bulletins; note the numbers they drew."""
    entries, seen = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq"), set()
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        seen.add(subject_id)
        for entry in chain:
            note_numbers(entry, numbers)
        name = str(chain[-1].answer.get("no") or subject_id)
        rows = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in chain])
        payloads = {row.entry_id: row for row in rows}
        yield from chain_findings(name, chain, payloads)
        yield from row_findings(name, images_of(chain, payloads, Bulletin._meta.db_table), (), subject_id)
    for row_id in Bulletin.objects.filter(region_code=region_code).values_list("id", flat=True):
        if row_id not in seen:
            yield Finding("row_unexplained", str(row_id), f"{Bulletin._meta.db_table} {row_id}")
