"""What departments were asked (会签、征求意见、征询、会审): their own list, the asker's, and who is silent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from yichuang.records.cases.models import Case, CaseState, Stage, StageKind
from yichuang.rules.periods import day_of

KINDS = (
    StageKind.COUNTERSIGN,
    StageKind.CONSULTATION,
    StageKind.OPINION,
    StageKind.ACCEPT_OPINION,
    StageKind.MEETING,
)
LEVELS = (
    StageKind.LOWER_REVIEW,
    StageKind.FORWARDING,
    StageKind.FORWARD_RECEIPT,
    StageKind.LOWER_ANSWER,
    StageKind.REPORT,
)
_OVER = (CaseState.DECIDED, CaseState.ISSUED, CaseState.CLOSED)
_COLUMNS = ("case", "case__item", "case__department", "department")


def to_answer(
    regions: Collection[str], departments: Collection[UUID], leading: Collection[UUID] = ()
) -> QuerySet[Stage]:
    """Return what departments are asked now and have not answered (待我反馈), in every region, soonest first.

    `leading` are those whose extensions the reader approves: what their offices proposed waits for him too.
    """
    mine = Q(kind__in=KINDS, department__in=list(departments), starts_on__isnull=False)
    rows = _asked(regions, (*KINDS, StageKind.EXTENSION)).filter(mine | _proposed(leading), done_at=None)
    return rows.exclude(case__state__in=_OVER)


def _proposed(leading: Collection[UUID]) -> Q:
    """Return the condition of a proposed extension in these departments (延期提请)."""
    return Q(kind=StageKind.EXTENSION, department__in=list(leading))


def menu_counts(
    regions: Collection[str], departments: Collection[UUID], leading: Collection[UUID] = ()
) -> dict[str, int]:
    """Return how much waits for the departments: questions to answer, and steps between the levels. One query."""
    rows = Stage.objects.filter(
        region_code__in=list(regions), case__region_code__in=list(regions), department__in=list(departments),
        kind__in=(*KINDS, *LEVELS, StageKind.EXTENSION), done_at=None,
    )  # fmt: skip
    asked = (Q(kind__in=KINDS, starts_on__isnull=False) | _proposed(leading)) & ~Q(case__state__in=_OVER)
    levels = Q(kind__in=LEVELS) & ~Q(case__state=CaseState.CLOSED)
    return rows.aggregate(asked=Count("pk", filter=asked), levels=Count("pk", filter=levels))


def sent_out(regions: Collection[str], departments: Collection[UUID]) -> QuerySet[Stage]:
    """Return what the departments ask others in their own running cases (我部门发出)."""
    rows = _asked(regions).filter(case__department__in=list(departments))
    return rows.exclude(case__state__in=_OVER)


def late_in(regions: Collection[str], departments: Collection[UUID] | None, month: date, today: date) -> list[Stage]:
    """Return the consultations whose last day lay in the month and passed without an answer (当月逾期未反馈).

    `departments` narrows to those that asked or were asked; None is everybody, for the centre.
    """
    after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    rows = _asked(regions).filter(kind=StageKind.CONSULTATION, due_on__gte=month, due_on__lt=min(after, today))
    if departments is not None:
        mine = list(departments)
        rows = rows.filter(Q(department__in=mine) | Q(case__department__in=mine))
    return [row for row in rows if row.effect == "" and (row.done_at is None or day_of(row.done_at) > row.due_on)]


def silent_consultations(region_code: str, today: date) -> Iterator[tuple[str, str, date]]:
    """Yield number, profile and norms day of running cases that wait for an overdue consultation."""
    rows = Case.objects.filter(
        region_code=region_code,
        stages__region_code=region_code,
        stages__kind=StageKind.CONSULTATION,
        stages__done_at=None,
        stages__due_on__lt=today,
    ).exclude(state__in=_OVER)
    for no, profile, accepted, received in rows.values_list("no", "profile", "accepted_on", "received_on").distinct():
        yield no, profile, accepted or received


def _asked(regions: Collection[str], kinds: Collection[str] = KINDS) -> QuerySet[Stage]:
    rows = Stage.objects.filter(region_code__in=list(regions), case__region_code__in=list(regions), kind__in=kinds)
    return rows.select_related(*_COLUMNS).order_by("due_on", "opened_at", "id")
