"""Are absences, delegations and granted powers the ones that were put on record (人员授权簿): chains and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yichuang.acts.inspection.chains import chain_findings, note_numbers
from yichuang.acts.inspection.finding import Finding
from yichuang.acts.inspection.images import images_of, row_findings
from yichuang.acts.inspection.postings import posting_findings
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.org.models import Absence, Delegation, StaffBook, WindowGrant
from yichuang.records.org.models.standing_in import SUBJECT
from yichuang.records.staffing.models import (
    Appraisal,
    BackContact,
    CommunityConsent,
    LeaderVisit,
    LeaveRequest,
    Patrol,
    Rectification,
    Residency,
    Rotation,
    Sheet,
    SheetForm,
    StaffFile,
)
from yichuang.records.supervision.models import CallMeasure

_OWNED = (
    Absence, Delegation, WindowGrant,
    StaffFile, Rotation, Appraisal, BackContact, LeaveRequest, Patrol,
    SheetForm, Sheet, CommunityConsent, Residency, Rectification, LeaderVisit,
    CallMeasure,
)  # fmt: skip
_BOOK = StaffBook._meta.db_table


def examine_staffing(region_code: str, drawn: dict[str, list[int]]) -> Iterator[Finding]:
    """Yield what the ledger does not explain of who may stand in and sign; the book of the region is one chain."""
    name = f"{region_code} 人员授权簿"
    entries = Entry.objects.filter(region_code=region_code, subject=SUBJECT)
    chain = list(entries.order_by("subject_id", "seq"))
    for entry in chain:
        note_numbers(entry, drawn)
    ids = [entry.id for entry in chain]
    rows = Payload.objects.filter(region_code=region_code, entry_id__in=ids)
    payloads: dict[Any, Payload] = {row.entry_id: row for row in rows}
    explained: set[tuple[str, str]] = set()
    if chain:
        yield from chain_findings(name, chain, payloads)
        try:
            images = images_of(chain, payloads, _BOOK)
            explained = set(images)
            yield from row_findings(name, images, (), chain[0].subject_id)
            yield from posting_findings(name, region_code, chain)
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            yield Finding("entry_unreadable", name, type(fault).__name__, str(fault))
            return
    for model in (*_OWNED, StaffBook):
        for pk in model._base_manager.filter(region_code=region_code).values_list("pk", flat=True):
            if (model._meta.db_table, str(pk)) not in explained:
                yield Finding("row_unexplained", name, f"{model._meta.db_table} {pk}")
