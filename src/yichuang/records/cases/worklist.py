"""What an office has before it (待办): who asks, which tab, which filters; every query names region and department.

Lists colour themselves by comparing the stored dates with today; nothing here folds a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.cases.models import Case, CaseState, Stage, StageKind

MINE, UNCLAIMED, ALERTS, DONE, ALL = "mine", "unclaimed", "alerts", "done", "all"
TABS = (MINE, UNCLAIMED, ALERTS, DONE, ALL)
_ENDED = (CaseState.DECIDED, CaseState.ISSUED, CaseState.CLOSED)
_CLOSED = Q(state=CaseState.CLOSED)
_STOPPED = Q(paused=True) | Q(state=CaseState.CORRECTING)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose worklist: departments with the states whose next step this officer can do.

    `judges` are the departments in which the officer may judge a proposed refusal (不予受理); `stands_for` are
    those whose work is his today (代岗). `below` are the regions from which upward cases (上报件) come to them.
    """

    region_code: str
    user_id: UUID
    takes: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)
    judges: tuple[UUID, ...] = ()
    stands_for: tuple[UUID, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Return every region in which the work may lie, the officer's own first."""
        return (self.region_code, *self.below)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases of the scope: a tab and filters; "" and None mean none. `number`: a case number or its start."""

    tab: str = MINE
    light: str = ""
    item: UUID | None = None
    kind: str = ""
    step: str = ""
    handler: UUID | None = None
    unclaimed: bool = False
    since: date | None = None
    until: date | None = None
    number: str = ""
    words: str = ""


def department_cases(scope: Scope) -> QuerySet[Case]:
    """Return every case of the scope's departments; of lower levels those that came up, or wait to be received."""
    here = Q(department__in=list(scope.takes))
    if scope.below:
        here |= forwarded_to(scope)
    return Case.objects.filter(here, region_code__in=scope.regions)


def forwarded_to(scope: Scope) -> Q:
    """Return the cases forwarded to the scope's departments that nobody there has received yet (待接收的转报件).

    Basis: S3-附件二(二)1
    """
    receipts = Stage.objects.filter(
        region_code__in=scope.below, kind=StageKind.FORWARD_RECEIPT, department__in=list(scope.takes), done_at=None
    )
    return Q(id__in=receipts.values("case_id"))


def cases_of(scope: Scope, wanted: Wanted, today: date) -> QuerySet[Case]:
    """Return the cases of a tab that pass the filters, in no order yet."""
    rows = department_cases(scope).filter(tab_of(wanted.tab, scope, today))
    ended = wanted.number or wanted.tab == DONE or wanted.step == CaseState.CLOSED
    if not ended:
        rows = rows.exclude(_CLOSED)
    return rows.filter(_filters(wanted, today))


def tab_of(tab: str, scope: Scope, today: date) -> Q:
    """Return what a tab shows."""
    if tab == MINE:
        mine = Q(handler__in=(scope.user_id, *scope.stands_for)) | _on_the_spot(scope) | _refusals(scope)
        return mine | forwarded_to(scope) if scope.below else mine
    if tab == UNCLAIMED:
        return Q(handler=None) & _takeable(scope)
    if tab == ALERTS:
        return lit("red", today) | lit("yellow", today)
    if tab == DONE:
        done = Stage.objects.filter(region_code__in=scope.regions, assignee=scope.user_id, done_at__isnull=False)
        return Q(id__in=done.values("case_id"))
    return Q()


def lit(light: str, today: date) -> Q:
    """Return what shows this light by its stored dates (亮灯).  See `lights.light`."""
    if light == "done":
        return Q(state__in=_ENDED)
    open_ones = ~Q(state__in=_ENDED)
    if light == "red":
        return open_ones & Q(light_on__lt=today)
    if light == "pause":
        return open_ones & _STOPPED & ~_late(today)
    near = Q(warn_on__isnull=False, warn_on__lte=today)
    rest = open_ones & ~_STOPPED & ~_late(today)
    return rest & near if light == "yellow" else rest & ~near


def _late(today: date) -> Q:
    return Q(light_on__isnull=False, light_on__lt=today)


def _takeable(scope: Scope) -> Q:
    found = Q(pk__in=[])
    for department, states in scope.takes.items():
        found |= Q(department=department, state__in=states)
    return found & ~_below()


def _below() -> Q:
    """Return the upward cases that are still at a lower level (初审、转报): these stand in a list of their own."""
    open_ones = Stage.objects.filter(
        region_code=OuterRef("region_code"), case_id=OuterRef("pk"), kind=StageKind.REVIEW, done_at=None
    )
    return Q(kind="upward", state=CaseState.REVIEWING) & ~Q(Exists(open_ones))


def _on_the_spot(scope: Scope) -> Q:
    """Return the accepted instant cases (即办件): nobody claims them, who may decide does."""
    signs = [department for department, states in scope.takes.items() if CaseState.DECIDING in states]
    return Q(department__in=signs, state=CaseState.ACCEPTED, kind="instant")


def _refusals(scope: Scope) -> Q:
    """Return the cases whose refusal somebody else proposed (提请不予受理)."""
    proposed = Stage.objects.filter(
        region_code=scope.region_code, case_id=OuterRef("pk"), kind=StageKind.REFUSAL, done_at=None
    ).exclude(assignee=scope.user_id)
    states = (CaseState.RECEIVED, CaseState.CORRECTING)
    return Q(department__in=scope.judges, state__in=states) & Q(Exists(proposed))


def _filters(wanted: Wanted, today: date) -> Q:
    exact: dict[str, Any] = {
        "item": wanted.item,
        "kind": wanted.kind,
        "state": wanted.step,
        "handler": wanted.handler,
        "accepted_on__gte": wanted.since,
        "accepted_on__lte": wanted.until,
        "no__startswith": wanted.number,
    }
    found = Q(**{name: value for name, value in exact.items() if value})
    if wanted.light:
        found &= lit(wanted.light, today)
    if wanted.unclaimed:
        found &= Q(handler=None)
    if wanted.words:
        found &= Q(applicant_name__icontains=wanted.words) | Q(item__name__icontains=wanted.words)
    return found
