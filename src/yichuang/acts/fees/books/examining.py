"""Does the money agree with the ledger (自检·收款): the chain of the book, its rows, and each fee with what came in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.records.fees.models import (
    Collection,
    Fee,
    FeeStandard,
    MoneyBook,
    Reconciliation,
    Standing,
    TillClosing,
    Unexplained,
)
from yichuang.records.fees.models.books import SUBJECT
from yichuang.records.ledger.models import Entry, Payload

_OWNED = (MoneyBook, TillClosing, Unexplained, Reconciliation, FeeStandard)


def examine_money(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of a region's money."""
    chain = list(Entry.objects.filter(region_code=region_code, subject=SUBJECT).order_by("subject_id", "seq"))
    known: set[tuple[str, str]] = set()
    if chain:
        for entry in chain:
            note_numbers(entry, drawn)
        yield from _examine(region_code, chain, known)
    for model in _OWNED:
        table = model._meta.db_table
        for row_id in model._base_manager.filter(region_code=region_code).values_list("pk", flat=True):
            if (table, str(row_id)) not in known:
                yield Finding("row_unexplained", region_code, f"{table} {row_id}")
    yield from _paid(region_code)


def _examine(region_code: str, chain: list[Entry], known: set[tuple[str, str]]) -> list[Finding]:
    rows = Payload.objects.filter(region_code=region_code, entry_id__in=[entry.id for entry in chain])
    payloads: dict[Any, Payload] = {row.entry_id: row for row in rows}
    found = chain_findings(f"{region_code} 收款账簿", chain, payloads)
    try:
        images = images_of(chain, payloads, MoneyBook._meta.db_table)
        known.update(images)
        return found + row_findings(f"{region_code} 收款账簿", images, (), chain[0].subject_id)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        return [*found, Finding("entry_unreadable", region_code, type(fault).__name__, str(fault))]


def _paid(region_code: str) -> Iterator[Finding]:
    """Sums that settled a case are exactly what was owed and counts as paid; fees of before this book have none."""
    owed: dict[Any, int] = {}
    for case_id, amount in Fee.objects.filter(region_code=region_code, paid_on__isnull=False).values_list(
        "case_id", "amount"
    ):
        owed[case_id] = owed.get(case_id, 0) + amount
    settled = {"region_code": region_code, "standing": Standing.SETTLED, "reversed_on": None}
    came: dict[Any, int] = {}
    for case_id, amount in Collection.objects.filter(**settled).values_list("case_id", "amount"):
        came[case_id] = came.get(case_id, 0) + amount
    for case_id in sorted(came, key=str):
        if owed.get(case_id) != came[case_id]:
            yield Finding("money_differs", str(case_id), "fees_collection", str(came[case_id]), str(owed.get(case_id)))
