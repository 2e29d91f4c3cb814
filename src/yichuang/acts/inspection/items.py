"""Are the published item versions the ones that were put on record (事项版本): chain, content, head of the item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yichuang.acts.inspection.chains import chain_findings
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import compare
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ledger.models import Entry, Payload, Subject


def examine_items(region_code: str) -> Iterator[Finding]:
    """Yield what differs between the published versions and their entries. Versions never published have none."""
    entries = Entry.objects.filter(region_code=region_code, subject=Subject.ITEM).order_by("subject_id", "seq")
    items = {item.id: item for item in Item.objects.filter(region_code=region_code)}
    for subject_id, group in groupby(entries, key=lambda entry: entry.subject_id):
        chain = list(group)
        item = items.get(subject_id)
        if item is None:
            yield Finding("row_missing", str(subject_id), f"catalogue_item {subject_id}")
            continue
        yield from _examine(item, chain)


def _examine(item: Item, chain: list[Entry]) -> Iterator[Finding]:
    ids = [entry.id for entry in chain]
    payloads = {row.entry_id: row for row in Payload.objects.filter(region_code=item.region_code, entry_id__in=ids)}
    yield from chain_findings(item.name, chain, payloads)
    head = (item.version, item.ledger_seq, item.ledger_hash)
    right = (len(chain), len(chain), chain[-1].hash)
    if head != right:
        yield Finding("column_differs", item.name, f"catalogue_item {item.id}", str(head), str(right))
    for entry in chain:
        for table_name, row_id, values in entry.facts["rows"]:
            if table_name == ItemVersion._meta.db_table:
                yield from _version(item.name, row_id, values)


def _version(name: str, row_id: str, values: dict[str, object]) -> list[Finding]:
    where = f"catalogue_itemversion {row_id}"
    version = ItemVersion.objects.filter(pk=row_id).first()
    return compare(name, where, version, values) if version else [Finding("row_missing", name, where)]
