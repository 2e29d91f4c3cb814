"""Are projects and runs of bundles the ones that were put on record (投资项目、一件事): chains, rows, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.cell import Cell
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.projects.models import BundlePart, BundleRun, Cooperation, Project, ProjectCase, ProjectStage
from yichuang.records.projects.models.bundles import SUBJECT as BUNDLE
from yichuang.records.projects.models.project import SUBJECT as PROJECT
from yichuang.records.seals.models import SUBJECT as SEAL
from yichuang.records.seals.models import Seal


@dataclass(frozen=True, slots=True)
class Book:
    """One kind of subject: its own table, the tables that hang on it, and by which column."""

    subject: str
    head: type[Cell]
    name: str
    owned: tuple[type[Cell], ...]
    by: str


BOOKS = (
    Book(PROJECT, Project, "code", (ProjectStage, ProjectCase, Cooperation), "project_id"),
    Book(BUNDLE, BundleRun, "no", (BundlePart,), "run_id"),
    Book(SEAL, Seal, "no", (), "seal_id"),
)


def examine_projects(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of projects and bundles; note the numbers they drew."""
    for book in BOOKS:
        entries = Entry.objects.filter(region_code=region_code, subject=book.subject).order_by("subject_id", "seq")
        seen = set()
        for subject_id, group in groupby(entries.iterator(chunk_size=2000), key=lambda entry: entry.subject_id):
            chain = list(group)
            seen.add(subject_id)
            for entry in chain:
                note_numbers(entry, drawn)
            yield from _examine(book, chain)
        for row in book.head._base_manager.filter(region_code=region_code).iterator():
            if row.pk not in seen:
                yield Finding("row_unexplained", str(getattr(row, book.name)), f"{row._meta.db_table} {row.pk}")


def _examine(book: Book, chain: Sequence[Entry]) -> list[Finding]:
    first = chain[0]
    name = str(first.answer.get(book.name, first.subject_id))
    ids = [entry.id for entry in chain]
    payloads: dict[Any, Payload] = {
        row.entry_id: row for row in Payload.objects.filter(region_code=first.region_code, entry_id__in=ids)
    }
    found = chain_findings(name, chain, payloads)
    try:
        images = images_of(chain, payloads, book.head._meta.db_table)
        found += row_findings(name, images, (), first.subject_id)
        known = {(table_name, row_id) for table_name, row_id in images}
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", name, type(fault).__name__, str(fault))]
    for model in book.owned:
        of = {"region_code": first.region_code, book.by: first.subject_id}
        table_name = model._meta.db_table
        for row_id in model._base_manager.filter(**of).values_list("pk", flat=True):
            if (table_name, str(row_id)) not in known:
                found.append(Finding("row_unexplained", name, f"{table_name} {row_id}"))
    return found
