"""Reads for the public notices (公示): what was received in the order of application, what was decided. Never a number.

Everybody may read them, so no officer is asked for; the names are masked by the face that shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from yichuang.records.cases.models import Case, CaseOutcome

GRANTED, DENIED, REFUSED = CaseOutcome.GRANTED, CaseOutcome.DENIED, CaseOutcome.REFUSED
_RESULTS = {str(GRANTED): (GRANTED, CaseOutcome.REVOKED), str(DENIED): (DENIED,), str(REFUSED): (REFUSED,)}


@dataclass(frozen=True, slots=True)
class Span:
    """Which cases of a region: from one day to another, both included, of one department or of all."""

    first: date
    last: date
    department: UUID | None = None


def received(region_code: str, span: Span, begins: datetime, ends: datetime) -> QuerySet[Case]:
    """Return the cases that came in between two moments, in the order of application.

    Basis: S0b-10
    """
    rows = Case.objects.filter(region_code=region_code, submitted_at__gte=begins, submitted_at__lt=ends)
    return _shown(_of(rows, span)).order_by("submitted_at", "id")


def decided(region_code: str, span: Span, outcome: str) -> QuerySet[Case]:
    """Return the cases with one outcome by the day of the decision, the latest first; a grant stays one when revoked.

    Basis: XKF-40, S0b-22
    """
    rows = _results(region_code, span).filter(outcome__in=_RESULTS[outcome])
    return _shown(rows).order_by("-ended_on", "id")


def results(region_code: str, span: Span) -> dict[str, int]:
    """Return how many cases were granted, denied and refused in a span. One query."""
    sums = {name: Count("pk", filter=Q(outcome__in=outcomes)) for name, outcomes in _RESULTS.items()}
    return dict(_results(region_code, span).aggregate(**sums))


def _results(region_code: str, span: Span) -> QuerySet[Case]:
    rows = Case.objects.filter(region_code=region_code, outcome__in=(*_RESULTS, CaseOutcome.REVOKED))
    rows = rows.annotate(ended_on=Coalesce("decided_on", "closed_on"))
    return _of(rows, span).filter(ended_on__gte=span.first, ended_on__lte=span.last)


def _of(rows: QuerySet[Case], span: Span) -> QuerySet[Case]:
    return rows.filter(department=span.department) if span.department else rows


def _shown(rows: QuerySet[Case]) -> QuerySet[Case]:
    """Bring item and kind of applicant along, and leave behind what a notice does not show."""
    return rows.select_related("item").defer("form", "agent", "terms").annotate(applicant_kind=F("applicant__kind"))
