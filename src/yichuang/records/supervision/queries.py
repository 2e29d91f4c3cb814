"""Reads of supervision: one alert, the lists of the centre, what waits for a department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from yichuang.records.supervision.models import Alert, Measure, MeasureKind

CARDS = (MeasureKind.YELLOW, MeasureKind.RED)
SETTLING = (MeasureKind.CLEARED, MeasureKind.ACCOUNTED)
LIGHTS = ("red", "yellow")  # red before yellow
_LISTED = Q(ended_on=None) | ~Q(light="yellow")  # what is near its day is listed while it lasts
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
    clerks: tuple[UUID, ...] | None = None  # who received it: those of a hall


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


class Listed(Sequence[Alert]):
    """The alerts of a region, red ones first, newest first, each with its case. Only what a page shows is read.

    Red and yellow ones are read apart, each along the index of the days; ids first, their cases for those shown.
    """

    def __init__(self, region_code: str, sought: Sought, opened: Counter[tuple[str, str]] | None = None) -> None:
        """Take what is open where it was counted already."""
        self._region, self._known = region_code, None
        if opened is not None and sought == Sought(sought.rules, sought.light):
            self._known = Counter({(rule, light): n for (rule, light), n in opened.items() if _wanted(rule, sought)})
        self._rows = Alert.objects.filter(_conditions(region_code, sought), region_code=region_code)
        self._lights = (sought.light,) if sought.light else LIGHTS

    @cached_property
    def _counts(self) -> dict[str, int]:
        if self._known is not None:
            return {light: sum(n for (_, one), n in self._known.items() if one == light) for light in LIGHTS}
        return dict(self._rows.order_by().values_list("light").annotate(n=Count("pk")))

    def __len__(self) -> int:
        return sum(self._counts.get(light, 0) for light in self._lights)

    def __getitem__(self, wanted: Any) -> Any:
        """Return the alerts of a slice. At most four statements."""
        first, last, _ = wanted.indices(len(self))
        ids: list[UUID] = []
        for light in self._lights:
            count = self._counts.get(light, 0)
            if first < count and last > 0:
                rows = self._rows.filter(light=light).order_by("-on", "-id").values_list("id", flat=True)
                ids += rows[max(first, 0) : min(last, count)]
            first, last = max(first - count, 0), last - count
        region = self._region
        found = Alert.objects.filter(region_code=region, case__region_code=region, id__in=ids)
        known = {row.id: row for row in found.select_related("case", "case__item")}
        return [known[key] for key in ids]


def counted(region_code: str) -> Counter[tuple[str, str]]:
    """Return how many alerts stand open, by rule and light. One query."""
    rows = Alert.objects.filter(_conditions(region_code, Sought()), region_code=region_code).order_by()
    return Counter(
        {(rule, light): number for rule, light, number in rows.values_list("rule", "light").annotate(n=Count("pk"))}
    )


def standings(region_code: str, opened: int) -> dict[str, int]:
    """Return how many alerts stand how, of so many open ones. Two queries, of the measures: these are few."""
    mine, alert = Measure.objects.filter(region_code=region_code), "alert_id"
    cleared = mine.filter(kind=MeasureKind.CLEARED).values(alert)
    waits, answer = Q(answered_at=None), Q(kind=MeasureKind.REPLY) & ~Q(alert_id__in=cleared)
    found: dict[str, int] = mine.aggregate(**{
        WAITING: Count(alert, distinct=True, filter=waits & Q(answer_by__isnull=False)),
        ANSWERED: Count(alert, distinct=True, filter=answer),
        APPEALS: Count(alert, distinct=True, filter=waits & Q(kind=MeasureKind.APPEAL)),
        CARDED: Count(alert, distinct=True, filter=Q(kind__in=CARDS)),
    })  # fmt: skip
    touched = Alert.objects.filter(open_in(region_code), region_code=region_code, id__in=mine.values(alert))
    return found | {NEW: opened - touched.count()}


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


def _wanted(rule: str, sought: Sought) -> bool:
    return not sought.rules or rule in sought.rules


def open_in(region_code: str) -> Q:
    """Return what is open in a region."""
    return _standing(region_code, OPEN)


def _conditions(region_code: str, sought: Sought) -> Q:
    found = _standing(region_code, sought.standing)
    if sought.rules:
        found &= Q(rule__in=sought.rules)
    if sought.light:
        found &= Q(light=sought.light)
    if sought.department:
        found &= Q(department=sought.department)
    if sought.clerks is not None:
        found &= Q(case__clerk__in=sought.clerks, case__region_code=region_code)
    if sought.number:
        found &= Q(case__no__startswith=sought.number)
    return found


def _standing(region_code: str, name: str) -> Q:
    """Return how an alert stands: open are those that last or wait for somebody, and were not cleared."""
    mine = Measure.objects.filter(region_code=region_code, alert_id=OuterRef("id"))
    mine_of = Measure.objects.filter(region_code=region_code)  # few: asked once, not for every alert
    cleared = Exists(mine.filter(kind=MeasureKind.CLEARED))
    waits = mine.filter(answered_at=None)
    conditions = {
        "": Q(),
        OPEN: _LISTED & ~Q(id__in=mine_of.filter(kind__in=SETTLING).values("alert_id")),
        NEW: _LISTED & ~Q(id__in=mine_of.values("alert_id")),
        WAITING: Q(Exists(waits.filter(answer_by__isnull=False))),
        ANSWERED: Q(Exists(mine.filter(kind=MeasureKind.REPLY))) & ~Q(cleared),
        APPEALS: Q(Exists(waits.filter(kind=MeasureKind.APPEAL))),
        CARDED: Q(Exists(mine.filter(kind__in=CARDS))),
        ENDED: Q(ended_on__isnull=False),
        CLEARED: Q(cleared),
    }
    return conditions.get(name, Q())
