"""What people hold (在手办件): open cases by handler, for rosters and hand-over lists."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, F

from yichuang.records.cases.models import Case, CaseState

_OPEN = (CaseState.REVIEWING, CaseState.VERIFYING, CaseState.DECIDING)


def held_by(users: Collection[UUID], regions: Collection[str]) -> dict[UUID, int]:
    """Return how many open cases each holds. One query for each region."""
    counted: dict[UUID, int] = {}
    for region in regions:
        rows = Case.objects.filter(region_code=region, handler_id__in=list(users), state__in=_OPEN)
        for handler, number in rows.values_list("handler_id").annotate(n=Count("pk")).order_by():
            counted[handler] = counted.get(handler, 0) + number
    return counted


def cases_held_by(user: UUID, region: str) -> list[Case]:
    """Return the open cases somebody holds in a region, the most urgent first. One query."""
    rows = Case.objects.filter(region_code=region, handler_id=user, state__in=_OPEN)
    named = rows.select_related("item").defer("form", "agent", "terms").annotate(applicant_kind=F("applicant__kind"))
    return list(named.order_by(F("light_on").asc(nulls_last=True), "no"))
