"""Reads of supervision: one alert, the lists of the centre, what waits for a department."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from yichuang.records.supervision.models import Alert, Measure, MeasureKind

CARDS = (MeasureKind.YELLOW, MeasureKind.RED)
OPEN, NEW, WAITING, ANSWERED, APPEALS, CARDED, ENDED, CLEARED = (
    "open", "new", "waiting", "answered", "appeals", "carded", "ended", "cleared"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sought:
    """Which alerts of a region: "" and () mean every."""

    rules: tuple[str, ...] = ()
    light: str = ""
    standing: str = OPEN
    department: UUID | None = None
    number: str = ""


def alert_of(region_code: str, case_id: UUID, alert_id: UUID) -> Alert | None:
    """Return one alert of a case."""
    return Alert.objects.filter(region_code=region_code, case_id=case_id, id=alert_id).first()


def alert_in(region_codes: Collection[str], alert_id: UUID) -> Alert | None:
    """Return an alert of one of the regions, with its case."""
    rows = Alert.objects.filter(region_code__in=list(region_codes), case__region_code__in=list(region_codes))
    return rows.select_related("case", "case__item", "department").filter(id=alert_id).first()


def measures_on(region_code: str, case_id: UUID, alert_id: UUID) -> QuerySet[Measure]:
    """Return what was done about an alert, oldest first."""
    rows = Measure.objects.filter(region_code=region_code, case_id=case_id, alert_id=alert_id)
    return rows.order_by("at", "id")


def measures_of_case(region_code: str, case_id: UUID) -> QuerySet[Measure]:
    """Return what was done about every alert of a case, oldest first."""
    return Measure.objects.filter(region_code=region_code, case_id=case_id).order_by("at", "id")


def alerts(region_code: str, sought: Sought) -> QuerySet[Alert]:
    """Return the alerts of a region, red ones first, newest first, each with its case."""
    rows = Alert.objects.filter(_conditions(region_code, sought), region_code=region_code)
    rows = rows.filter(case__region_code=region_code).select_related("case", "case__item")
    return rows.order_by("light", "-on", "-id")  # red before yellow


def counted(region_code: str) -> dict[tuple[str, str], int]:
    """Return how many alerts stand open, by rule and light. One query."""
    rows = Alert.objects.filter(_conditions(region_code, Sought()), region_code=region_code).order_by()
    return {(rule, light): number for rule, light, number in rows.values_list("rule", "light").annotate(n=Count("pk"))}


def standings(region_code: str) -> dict[str, int]:
    """Return how many alerts stand how. One query."""
    sums = {
        name: Count("pk", filter=_standing(region_code, name)) for name in (NEW, WAITING, ANSWERED, APPEALS, CARDED)
    }
    return Alert.objects.filter(region_code=region_code).aggregate(**sums)


def unanswered(region_codes: Collection[str], departments: Collection[UUID]) -> QuerySet[Measure]:
    """Return what the departments still have to answer, most urgent first (待答复)."""
    regions = list(region_codes)
    rows = Measure.objects.filter(region_code__in=regions, department__in=list(departments), answered_at=None)
    rows = rows.filter(answer_by__isnull=False, case__region_code__in=regions)
    return rows.select_related("case", "case__item").order_by("answer_by", "id")


def measure_to(region_codes: Collection[str], departments: Collection[UUID], measure_id: UUID) -> Measure | None:
    """Return a notice or card to one of the departments, with its case."""
    regions = list(region_codes)
    rows = Measure.objects.filter(region_code__in=regions, department__in=list(departments), id=measure_id)
    rows = rows.filter(answer_by__isnull=False, case__region_code__in=regions)
    return rows.select_related("case", "case__item").first()


def answered(region_codes: Collection[str], departments: Collection[UUID], limit: int) -> list[Measure]:
    """Return what the departments answered last."""
    regions = list(region_codes)
    rows = Measure.objects.filter(region_code__in=regions, department__in=list(departments), answer_by__isnull=False)
    rows = rows.exclude(answered_at=None).filter(case__region_code__in=regions)
    return list(rows.select_related("case", "case__item").order_by("-answered_at")[:limit])


def latest(region_code: str, alert_ids: Collection[UUID]) -> dict[UUID, Measure]:
    """Return the last measure on each of the alerts. One query."""
    rows = Measure.objects.filter(region_code=region_code, alert_id__in=list(alert_ids)).order_by("at", "id")
    return {row.alert_id: row for row in rows}


def late_answers(region_code: str, today: date) -> int:
    """Return how many notices and cards were not answered by their day."""
    return Measure.objects.filter(region_code=region_code, answered_at=None, answer_by__lt=today).count()


def _conditions(region_code: str, sought: Sought) -> Q:
    found = _standing(region_code, sought.standing)
    if sought.rules:
        found &= Q(rule__in=sought.rules)
    if sought.light:
        found &= Q(light=sought.light)
    if sought.department:
        found &= Q(department=sought.department)
    if sought.number:
        found &= Q(case__no__startswith=sought.number)
    return found


def _standing(region_code: str, name: str) -> Q:
    """Return how an alert stands: open are those that last or wait for somebody, and were not cleared."""
    mine = Measure.objects.filter(region_code=region_code, alert_id=OuterRef("id"))
    cleared, any_of = Exists(mine.filter(kind=MeasureKind.CLEARED)), Exists(mine)
    waits = mine.filter(answered_at=None)
    conditions = {
        "": Q(),
        OPEN: ~Q(cleared) & (Q(ended_on=None) | ~Q(light="yellow")) & ~Q(Exists(mine.filter(kind="accounted"))),
        NEW: ~Q(any_of) & (Q(ended_on=None) | ~Q(light="yellow")),
        WAITING: Q(Exists(waits.filter(answer_by__isnull=False))),
        ANSWERED: Q(Exists(mine.filter(kind=MeasureKind.REPLY))) & ~Q(cleared),
        APPEALS: Q(Exists(waits.filter(kind=MeasureKind.APPEAL))),
        CARDED: Q(Exists(mine.filter(kind__in=CARDS))),
        ENDED: Q(ended_on__isnull=False),
        CLEARED: Q(cleared),
    }
    return conditions.get(name, Q())
