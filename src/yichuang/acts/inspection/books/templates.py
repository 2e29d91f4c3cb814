"""Are the templates of papers the ones that were put on record (文书模板): chain, head and every edition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from yichuang.acts.inspection.chains import chain_findings
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import compare, images_of
from yichuang.records.documents.templates import SUBJECT, Template, TemplateEdition
from yichuang.records.ledger.models import Entry, Payload

_TEMPLATE, _EDITION = Template._meta.db_table, TemplateEdition._meta.db_table


def examine_templates(region_code: str) -> Iterator[Finding]:
    """Yield what differs between the templates of a region and their entries, and editions that have none."""
    held = {row.id: row for row in Template.objects.filter(region_code=region_code)}
    editions = {row.id: row for row in TemplateEdition.objects.filter(region_code=region_code)}
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq")
    for subject_id, group in groupby(entries, key=lambda entry: entry.subject_id):
        yield from _examine(held.pop(subject_id, None), list(group), editions)
    for left in (*held.values(), *editions.values()):
        yield Finding("row_unexplained", str(left), f"{left._meta.db_table} {left.id}")


def _examine(template: Template | None, chain: list[Entry], editions: dict[object, TemplateEdition]) -> list[Finding]:
    first = chain[0]
    name = template.kind if template else str(first.subject_id)
    rows = Payload.objects.filter(region_code=first.region_code, entry_id__in=[entry.id for entry in chain])
    payloads = {row.entry_id: row for row in rows}
    found = chain_findings(name, chain, payloads)
    try:
        images = images_of(chain, payloads, _TEMPLATE)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", name, type(fault).__name__, str(fault))]
    stored = {str(row.id): row for row in editions.values()} | {str(template.id if template else ""): template}
    for (table, row_id), values in images.items():
        row = stored.get(row_id)
        if table not in (_TEMPLATE, _EDITION):
            continue
        found += compare(name, f"{table} {row_id}", row, values) if row else [Finding("row_missing", name, table)]
        if isinstance(row, TemplateEdition):
            editions.pop(row.id)
    return found
