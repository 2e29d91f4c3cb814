"""Reads of papers: which of a case or a region have no bytes yet, and what was decided and issued."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from uuid import UUID

from django.db.models import Q

from yichuang.records.documents.models import Document, DocumentKind, title_of
from yichuang.records.statements import run, sign

RESULTS = (DocumentKind.GRANT, DocumentKind.DENIAL, DocumentKind.CERTIFICATE)
PAGE = 200


def unmade_of(region_code: str, case_no: str) -> list[UUID]:
    """Return the papers of a case that have a number but no bytes, oldest first."""
    rows = Document.objects.filter(region_code=region_code, case__no=case_no, case__region_code=region_code, digest="")
    return list(rows.order_by("drawn_at", "id").values_list("id", flat=True))


def unmade_in(region_code: str) -> Iterator[tuple[str, UUID]]:
    """Yield case number and paper for all of a region that have no bytes, oldest first, page by page."""
    rows = Document.objects.filter(region_code=region_code, digest="").order_by("drawn_at", "id")
    page = list(rows.values_list("drawn_at", "id", "case__no")[:PAGE])
    while page:
        yield from ((no, document_id) for _, document_id, no in page)
        at, last, _ = page[-1]
        after = Q(drawn_at__gt=at) | Q(drawn_at=at, id__gt=last)
        page = list(rows.filter(after).values_list("drawn_at", "id", "case__no")[:PAGE])


def unmade(region_code: str, case_id: UUID, document_id: UUID) -> Document | None:
    """Return the paper if it still has no bytes, else None."""
    return Document.objects.filter(region_code=region_code, case_id=case_id, id=document_id, digest="").first()


def results_of(region_code: str, case_id: UUID) -> list[dict[str, str]]:
    """Return kind and number of the decision and of the certificates of a case: what is to be delivered."""
    rows = run(_results(), [region_code, case_id.hex]).rows
    return [{"kind": title_of(kind, json.loads(fields)), "no": no} for kind, no, fields in rows]


@cache
def _results() -> str:
    mark, kinds = sign(), ", ".join(f"'{kind.value}'" for kind in RESULTS)
    where = f"region_code = {mark}1 AND case_id = {mark}2 AND kind IN ({kinds})"
    return f"SELECT kind, no, fields FROM documents_document WHERE {where} ORDER BY drawn_at, id"  # noqa: S608 - constants
