"""Sums for the supervision dashboard (监察看板): numbers only, a fixed number of queries whatever the cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from yichuang.records.supervision.models import Alert, CallMeasure, Measure
from yichuang.records.supervision.queries import CARDS, open_in


class Found(NamedTuple):
    """What an alert is counted by."""

    department_id: UUID
    rule: str
    light: str


@dataclass
class Owed:
    """What a department has to answer, what of it is overdue, and the cards that it was given."""

    waiting: int = 0
    late: int = 0
    yellow: int = 0
    red: int = 0
    alerts: Counter[str] = field(default_factory=Counter)  # by light


def open_alerts(region_code: str) -> Counter[Found]:
    """Return the open alerts as the list counts them. One query."""
    rows = Alert.objects.filter(open_in(region_code), region_code=region_code).order_by()
    return Counter({Found(*row): n for *row, n in rows.values_list(*Found._fields).annotate(n=Count("pk"))})


def owed(region_code: str, today: date, since: datetime) -> Mapping[UUID, Owed]:
    """Return by department what waits for its answer, and the cards since a moment, calls included. Four queries."""
    found: dict[UUID, Owed] = defaultdict(Owed)
    late, here = Count("pk", filter=Q(answer_by__lt=today)), {"region_code": region_code, "department__isnull": False}
    for rows in (Measure.objects.filter(**here).order_by(), CallMeasure.objects.filter(**here).order_by()):
        open_ones = rows.filter(answered_at=None, answer_by__isnull=False).values_list("department_id")
        for department, waiting, gone in open_ones.annotate(n=Count("pk"), late=late):
            found[department].waiting += waiting
            found[department].late += gone
        given = rows.filter(kind__in=CARDS, at__gte=since).values_list("department_id", "kind")
        for department, kind, number in given.annotate(n=Count("pk")):
            setattr(found[department], kind, getattr(found[department], kind) + number)
    return found


def by_day(region_code: str, first: date, last: date) -> Counter[tuple[date, str]]:
    """Return how many alerts came up on each day, by light. One query."""
    rows = Alert.objects.filter(region_code=region_code, on__range=(first, last)).order_by()
    return Counter({(on, light): n for on, light, n in rows.values_list("on", "light").annotate(n=Count("pk"))})


def cards(region_code: str, since: datetime, limit: int) -> list[Measure]:
    """Return the cards given last, each with its case. One query."""
    rows = _cards(region_code, since).filter(case__region_code=region_code).select_related("case", "case__item")
    return list(rows.order_by("-at", "-id")[:limit])


def to_answer(region_code: str, limit: int) -> list[Measure]:
    """Return what is still to be answered, most urgent first. One query."""
    rows = Measure.objects.filter(region_code=region_code, answered_at=None, answer_by__isnull=False)
    rows = rows.filter(case__region_code=region_code).select_related("case", "case__item")
    return list(rows.order_by("answer_by", "id")[:limit])


def _cards(region_code: str, since: datetime) -> QuerySet[Measure]:
    return Measure.objects.filter(region_code=region_code, kind__in=CARDS, at__gte=since).order_by()
