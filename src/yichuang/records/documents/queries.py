"""Reads of papers: which of a case or a region have no bytes yet, and what was decided and issued."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import Beside, CaseFile, load
from yichuang.records.documents.models import LICENCE, Document, DocumentKind, title_of
from yichuang.records.ledger.models import Entry

PAPERS: Beside = (("t.kind, t.no, t.fields ->> 'power', t.fields ->> 'type_name'", "documents_document"),)
RESULTS = (DocumentKind.GRANT, DocumentKind.DENIAL, DocumentKind.CERTIFICATE, DocumentKind.LABEL)
ANSWERS = (
    DocumentKind.NOT_NEEDED, DocumentKind.REFUSAL, DocumentKind.FILED, DocumentKind.NOT_FILED, DocumentKind.LAPSED,
)  # fmt: skip
_DELIVERED = (*RESULTS, DocumentKind.FILED, DocumentKind.NOT_FILED)
LATER = (
    DocumentKind.REVOCATION, DocumentKind.TAKEN_BACK, DocumentKind.PENALTY_CANCELLATION, DocumentKind.DEREGISTRATION,
    DocumentKind.CHANGE,
)  # fmt: skip
PAGE = 200


def unmade_of(region_code: str, case_no: str) -> list[UUID]:
    """Return the papers of a case that have a number but no bytes, oldest first."""
    rows = Document.objects.filter(region_code=region_code, case__no=case_no, case__region_code=region_code, digest="")
    return list(rows.order_by("drawn_at", "id").values_list("id", flat=True))


def unmade_in(region_code: str, until: datetime) -> Iterator[tuple[str, UUID]]:
    """Yield case number and paper for all drawn until then that have no bytes, oldest first, page by page."""
    rows = Document.objects.filter(region_code=region_code, digest="", drawn_at__lte=until).order_by("drawn_at", "id")
    page = list(rows.values_list("drawn_at", "id", "case__no")[:PAGE])
    while page:
        yield from ((no, document_id) for _, document_id, no in page)
        at, last, _ = page[-1]
        after = Q(drawn_at__gt=at) | Q(drawn_at=at, id__gt=last)
        page = list(rows.filter(after).values_list("drawn_at", "id", "case__no")[:PAGE])


def unmade(region_code: str, case_id: UUID, document_id: UUID) -> Document | None:
    """Return the paper if it still has no bytes, else None."""
    return Document.objects.filter(region_code=region_code, case_id=case_id, id=document_id, digest="").first()


def later_decision(region_code: str, case_id: UUID, document_id: UUID) -> Document | None:
    """Return the decision that ended or changed what a case had granted (后续决定), or None where it is none."""
    rows = Document.objects.filter(region_code=region_code, case_id=case_id, id=document_id, kind__in=LATER)
    return rows.first()


def later_decisions(region_code: str, case_ids: Collection[UUID]) -> list[Document]:
    """Return such decisions of some cases, oldest first. One query."""
    rows = Document.objects.filter(region_code=region_code, case_id__in=case_ids, kind__in=LATER)
    return list(rows.order_by("drawn_at", "id"))


def results_among(region_code: str, case_ids: Iterable[UUID]) -> list[Document]:
    """Return the decisions and certificates of several cases, and the sheet that tells them together, in order."""
    wanted = (*RESULTS, *ANSWERS, DocumentKind.COMBINED_RESULT)
    rows = Document.objects.filter(region_code=region_code, case_id__in=list(case_ids), kind__in=wanted)
    return list(rows.order_by("drawn_at", "id"))


def conclusion_sheets(region_code: str, case_id: UUID) -> list[Document]:
    """Return the conclusion sheets of the co-departments of a joint case, in order."""
    rows = Document.objects.filter(region_code=region_code, case_id=case_id, kind=DocumentKind.CO_CONCLUSION)
    return list(rows.order_by("drawn_at", "id"))


def moved_by_notice(regions: Collection[str], limit: int) -> list[Document]:
    """Return the newest notices of a due date that a holiday notice moved, of some regions (到期日变更告知书)."""
    rows = Document.objects.filter(region_code__in=regions, kind=DocumentKind.DUE_MOVED)
    rows = rows.filter(case__region_code=F("region_code")).annotate(case_no=F("case__no"))
    return list(rows.order_by("-drawn_at", "id")[:limit])


def recomputed(regions: Collection[str], limit: int) -> list[tuple[str, dict[str, Any], Document | None]]:
    """Return the newest recounts by a holiday notice: case number, facts of the entry, the paper where a day moved."""
    entries = list(
        Entry.objects.filter(region_code__in=regions, verb="case.due_recomputed").order_by("-recorded_at")[:limit]
    )
    ids = [entry.subject_id for entry in entries]
    numbers = dict(Case.objects.filter(region_code__in=regions, id__in=ids).values_list("id", "no"))
    papers = {paper.case_id: paper for paper in reversed(moved_by_notice(regions, limit))}
    return [(numbers[one.subject_id], one.facts, papers.get(one.subject_id)) for one in entries]


def results_of(case: CaseFile) -> list[dict[str, str]]:
    """Return kind and number of what a case leads to and is delivered: decision, certificates, conclusion of a filing.

    Basis: XKF-44, S0h-二(二)2
    """
    if len(case.beside) != len(PAPERS):  # a case that was read without its papers
        case = load(case.region_code, case_id=case.id, beside=PAPERS) or case
    found = case.beside[0] if case.beside else []
    return [
        {"kind": title_of(kind, {"power": power or LICENCE, "type_name": type_name}), "no": no}
        for kind, no, power, type_name in found
        if kind in _DELIVERED
    ]
