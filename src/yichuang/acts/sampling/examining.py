"""Are the spot checks the ones that were put on record (抽查的账): chains, rows; and the draw, drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.supervision.models import SUBJECT, CheckRecord, SpotCheck
from yichuang.rules.supervision.drawing import drawn


def examine_checks(region_code: str, numbers: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of the checks; note the numbers they drew."""
    entries, seen = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq"), set()
    for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
        chain = list(group)
        seen.add(subject_id)
        for entry in chain:
            note_numbers(entry, numbers)
        name = str(chain[0].answer.get("no", subject_id))
        rows = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in chain])
        payloads = {row.entry_id: row for row in rows}
        yield from chain_findings(name, chain, payloads)
        images = images_of(chain, payloads, SpotCheck._meta.db_table)
        yield from row_findings(name, images, (), subject_id)
        kept = CheckRecord.objects.filter(region_code=region_code, check_id=subject_id).values_list("id", flat=True)
        known = {row_id for table, row_id in images if table == CheckRecord._meta.db_table}
        for row_id in kept:
            if str(row_id) not in known:
                yield Finding("row_unexplained", name, f"{CheckRecord._meta.db_table} {row_id}")
    for row in SpotCheck.objects.filter(region_code=region_code).iterator():
        if row.id not in seen:
            yield Finding("row_unexplained", row.no, f"{SpotCheck._meta.db_table} {row.id}")
        elif row.root and [one.no for one in drawn(row.lists, row.root)] != [one["no"] for one in row.drawn]:
            yield Finding("draw_differs", row.no, row.root)
