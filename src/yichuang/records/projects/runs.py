"""Reads of runs of bundles (一件事办理): whose case is whose, and which runs still want their sheet of results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from yichuang.records.cases.models import Case, CaseOutcome, CaseState
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.projects.models import BundlePart, BundleRun


def run_of_case(region_code: str, case_id: UUID) -> BundleRun | None:
    """Return the run of a bundle that a case belongs to, or None. Two queries."""
    part = BundlePart.objects.filter(region_code=region_code, case_id=case_id).first()
    return BundleRun.objects.filter(region_code=region_code, id=part.run_id).first() if part else None


def last_closed(cases: Sequence[Case]) -> Case:
    """Return the case of a run that was closed last; of one day the later in order."""
    return max(enumerate(cases), key=lambda pair: (pair[1].closed_on or date.min, pair[0]))[1]


def finished_runs(region_code: str, limit: int) -> list[BundleRun]:
    """Return runs whose cases are all closed, one of them not by withdrawal, and that have no sheet of results yet."""
    here = {"region_code": region_code}
    parts = BundlePart.objects.filter(**here, case__region_code=region_code, run_id=OuterRef("id"))
    sheets = Document.objects.filter(**here, case_id=OuterRef("case_id"), kind=DocumentKind.COMBINED_RESULT)
    closed = parts.filter(case__state=CaseState.CLOSED)
    rows = BundleRun.objects.filter(
        ~Exists(parts.exclude(case__state=CaseState.CLOSED)),
        Exists(closed.exclude(case__outcome=CaseOutcome.WITHDRAWN)),
        ~Exists(BundlePart.objects.filter(Exists(sheets), **here, run_id=OuterRef("id"))),
        **here,
    )
    return list(rows.order_by("id")[:limit])
