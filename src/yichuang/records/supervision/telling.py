"""What supervision found and did in a period (通报用的监察情况): alerts by rule, what was late, measures by office."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from yichuang.records.supervision.models import Alert, CallMeasure, Measure
from yichuang.rules.statistics.periods import Period


def raised(region_code: str, period: Period) -> dict[str, int]:
    """Return how many alerts came up in a period, by rule. One query."""
    rows = Alert.objects.filter(region_code=region_code, on__range=(period.first, period.last)).order_by()
    return dict(rows.values_list("rule").annotate(number=Count("pk")))


def late_in(region_code: str, period: Period, rules: Collection[str], most: int) -> tuple[list[Any], int]:
    """Return what was late on some day of a period, oldest first, and how much more there is. Two queries."""
    rows = Alert.objects.filter(region_code=region_code, case__region_code=region_code, rule__in=list(rules))
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gte=period.first), on__lte=period.last)
    found = list(rows.select_related("case", "case__item").order_by("on", "id")[:most])
    return found, max(rows.count() - most, 0) if len(found) == most else 0


def measured(region_code: str, span: tuple[datetime, datetime]) -> dict[UUID, dict[str, int]]:
    """Return how many measures were taken from a moment to another, by department and kind. Two queries.

    Those on calls count as those on cases; what was to the centre itself belongs to no department.
    """
    found: dict[UUID, dict[str, int]] = {}
    within = {"region_code": region_code, "at__gte": span[0], "at__lt": span[1], "department__isnull": False}
    for rows in (Measure.objects.filter(**within), CallMeasure.objects.filter(**within)):
        told = rows.order_by().values_list("department", "kind").annotate(number=Count("pk"))
        for department, kind, number in told:
            kinds = found.setdefault(department, {})
            kinds[kind] = kinds.get(kind, 0) + number
    return found


def raised_by(region_code: str, period: Period) -> dict[UUID, dict[str, int]]:
    """Return how many alerts came up in a period, by department and rule. One query."""
    rows = Alert.objects.filter(region_code=region_code, on__range=(period.first, period.last)).order_by()
    found: dict[UUID, dict[str, int]] = {}
    for department, rule, number in rows.values_list("department", "rule").annotate(number=Count("pk")):
        found.setdefault(department, {})[rule] = number
    return found
