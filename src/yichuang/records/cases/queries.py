"""Reads for worklists (待办列表): counts of the tabs, order, place of a case in a list, the facts of a page of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as Choose
from django.db.models import Count, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from yichuang.records.cases.models import Case, ClockEvent, Stage, StageKind
from yichuang.records.cases.worklist import (
    ALERTS,
    ALL,
    DONE,
    MINE,
    UNCLAIMED,
    Scope,
    Wanted,
    cases_of,
    department_cases,
    tab_of,
)
from yichuang.rules.facts import ClockFact, FactKind

_FAR = date(9999, 12, 31)
_BY_URGENCY = ("-expedited", "rank", "last", "pk")  # the green channel goes first (绿色通道)
_NEWEST = ("-pk",)
SPECIAL = "special"  # 等缴费、容缺待补、绿色通道


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands in a list: number from 1 (0: not in it), how many there are, and its neighbours."""

    number: int
    total: int
    previous: str
    next: str


def tab_counts(scope: Scope, today: date) -> dict[str, int]:
    """Return how many cases each tab has. Two queries, whatever the number of cases."""
    open_ones = department_cases(scope).exclude(state="closed")
    tabs = {tab: Count("pk", filter=tab_of(tab, scope, today)) for tab in (MINE, UNCLAIMED, ALERTS)}
    counts = open_ones.aggregate(**tabs, **{ALL: Count("pk"), SPECIAL: Count("pk", filter=_special(scope))})
    return counts | {DONE: cases_of(scope, Wanted(DONE), today).count()}


def _special(scope: Scope) -> Q:
    """Return the cases that wait for a payment or for tolerated materials, or run on the green channel."""
    unpaid = Stage.objects.filter(region_code__in=scope.regions, kind=StageKind.PAYMENT, done_at=None)
    return Q(id__in=unpaid.values("case_id")) | Q(tolerance_by__isnull=False) | Q(expedited=True)


def worklist(scope: Scope, wanted: Wanted, today: date) -> QuerySet[Case]:
    """Return the cases in order: green channel, overdue, near due, by due day, stopped ones last; done ones newest."""
    rows = _ranked(cases_of(scope, wanted, today), today)
    return _with_names(rows).order_by(*_order(wanted))


def standing(scope: Scope, wanted: Wanted, today: date, case_id: UUID) -> Standing:
    """Return where a case stands in the list that `worklist` would give. At most four queries."""
    rows = _ranked(cases_of(scope, wanted, today), today)
    here = _ranked(department_cases(scope).filter(pk=case_id), today).values("expedited", "rank", "last", "pk").first()
    if here is None:
        return Standing(0, rows.count(), "", "")
    order = _order(wanted)
    before, after = _beside(order, here, -1), _beside(order, here, 1)
    sums = rows.aggregate(total=Count("pk"), before=Count("pk", filter=before), here=Count("pk", filter=Q(pk=case_id)))
    back = tuple(name.removeprefix("-") if name.startswith("-") else f"-{name}" for name in order)
    return Standing(
        sums["before"] + 1 if sums["here"] else 0,
        sums["total"],
        _first(rows.filter(before).order_by(*back)),
        _first(rows.filter(after).order_by(*order)),
    )


def clock_facts(region_code: str | Iterable[str], case_ids: Iterable[UUID]) -> dict[UUID, list[ClockFact]]:
    """Return the facts of the clocks of several cases, of one region or some. One query."""
    regions = [region_code] if isinstance(region_code, str) else list(region_code)
    found: dict[UUID, list[ClockFact]] = {}
    rows = ClockEvent.objects.filter(region_code__in=regions, case_id__in=list(case_ids)).order_by("seq")
    for case_id, kind, *rest in rows.values_list("case_id", "kind", "on", "pause", "days", "by"):
        found.setdefault(case_id, []).append(ClockFact(FactKind(kind), *rest))
    return found


def reviewed_by(cases: Collection[Case]) -> dict[UUID, UUID | None]:
    """Return who reviewed each of these cases last. One query, none for no cases."""
    if not cases:
        return {}
    regions, ids = {case.region_code for case in cases}, [case.id for case in cases]
    rows = Stage.objects.filter(region_code__in=regions, case_id__in=ids, kind=StageKind.REVIEW, done_at__isnull=False)
    return dict(rows.order_by("done_at", "id").values_list("case_id", "assignee_id"))


def numbered_cases(scope: Scope | None, numbers: Iterable[str]) -> list[Case]:
    """Return cases of the scope's region by their numbers, and those that came up to its departments from below.

    Who may see those of the region is judged by the caller's officer.
    """
    if scope is None:
        return []
    rows = Case.objects.filter(region_code=scope.region_code, no__in=(wanted := list(numbers)))
    if scope.below:
        rows = rows | department_cases(scope).filter(no__in=wanted)
    return list(_with_names(rows).order_by("no"))


def _with_names(rows: QuerySet[Case]) -> QuerySet[Case]:
    """Bring item and kind of applicant along, and leave behind what a list does not show."""
    return rows.select_related("item").defer("form", "agent").annotate(applicant_kind=F("applicant__kind"))


def _ranked(rows: QuerySet[Case], today: date) -> QuerySet[Case]:
    """Add rank (overdue 0, near due 1, running 2, stopped 3, ended 4) and the last day, far away where none is."""
    rank = Choose(
        When(state__in=("decided", "issued", "closed"), then=Value(4)),
        When(light_on=None, then=Value(3)),
        When(light_on__lt=today, then=Value(0)),
        When(warn_on__lte=today, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.annotate(rank=rank, last=Coalesce("light_on", Value(_FAR), output_field=DateField()))


def _order(wanted: Wanted) -> tuple[str, ...]:
    return _NEWEST if wanted.tab == DONE or wanted.step == "closed" else _BY_URGENCY


def _beside(order: tuple[str, ...], here: Mapping[str, Any], way: int) -> Q:
    """Return what comes before (-1) or after (1) a row in an order."""
    found, same = Q(pk__in=[]), Q()
    for name in order:
        column = name.removeprefix("-")
        upward = (way > 0) != name.startswith("-")
        found |= same & Q(**{f"{column}__{'gt' if upward else 'lt'}": here[column]})
        same &= Q(**{column: here[column]})
    return found


def _first(rows: QuerySet[Case]) -> str:
    return rows.values_list("no", flat=True).first() or ""
