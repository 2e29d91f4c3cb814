"""Reads of concerns: the sheet of the hotline, what is public, what the hotline is told, and the year in numbers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from yichuang.records.feedback.models import Concern, ConcernKind, ConcernSource, ConcernState, HotlineReport, Medium

WAITING = (ConcernState.FILED, ConcernState.OPEN, ConcernState.REFERRED)


def by_hotline_no(region_code: str, hotline_no: str) -> Concern | None:
    """Return the concern that a sheet of the hotline became, if it came before."""
    if not hotline_no.strip():
        return None
    return Concern.objects.filter(region_code=region_code, hotline_no=hotline_no.strip()).first()


def reports_after(region_codes: Collection[str], after: UUID | None, limit: int) -> list[HotlineReport]:
    """Return what the hotline has not been told yet, in the order of ids."""
    rows = HotlineReport.objects.filter(region_code__in=list(region_codes), concern__region_code__in=list(region_codes))
    rows = rows.filter(id__gt=after) if after else rows
    return list(rows.select_related("concern").order_by("id")[:limit])


def public_answers(region_code: str, item_id: UUID | None = None, limit: int = 20) -> list[Concern]:
    """Return the questions and answers that everybody may read, newest first."""
    rows = Concern.objects.filter(region_code=region_code, published_at__isnull=False)
    rows = rows.filter(item=item_id) if item_id else rows
    return list(rows.select_related("item").order_by("-published_at")[:limit])


def overdue(rows: QuerySet[Concern, Concern], today: date) -> QuerySet[Concern, Concern]:
    """Return those whose day has passed while somebody had to act."""
    return rows.filter(state__in=WAITING, due_on__lt=today)


def year_counts(region_code: str, since: datetime, until: datetime) -> dict[str, int]:
    """Return the year in numbers (年度汇总): inquiries, complaints, praise, and what became of them. One query."""
    rows: Any = Concern.objects.filter(region_code=region_code, filed_at__gte=since, filed_at__lt=until)
    kind, after = ConcernKind, Q(state__in=(ConcernState.ANSWERED, ConcernState.DONE))
    wanted = {
        "inquiries": Q(kind=kind.INQUIRY),
        "inquiries_answered": Q(kind=kind.INQUIRY) & after,
        "complaints": Q(kind=kind.COMPLAINT),
        "complaints_answered": Q(kind=kind.COMPLAINT) & after,
        "complaints_refused": Q(kind=kind.COMPLAINT, state=ConcernState.REFUSED),
        "hotline": Q(source=ConcernSource.HOTLINE),
        "praise": Q(kind=kind.PRAISE, medium=Medium.WORDS),
        "cards": Q(kind=kind.PRAISE, medium=Medium.CARD),
        "banners": Q(kind=kind.PRAISE, medium=Medium.BANNER),
    }
    found: dict[str, int] = rows.aggregate(**{name: Count("pk", filter=one) for name, one in wanted.items()})
    return found
