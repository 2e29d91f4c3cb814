"""What stands at the window (受理台): waiting lists with their counts, and what a case shows there.

Every list starts from `cases_for`; every statement names the region. Lists grow no queries with their rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import (
    Case,
    CaseOutcome,
    CaseState,
    Channel,
    ClockEvent,
    Effect,
    Stage,
    StageKind,
)
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.ledger.models import Payload
from yichuang.rules.facts import FactKind
from yichuang.rules.officers import Officer

ONLINE, HELD, RETURNED, CORRECTING = "online", "held", "returned", "correcting"
TO_ROUTE, ON_THE_SPOT, TO_ISSUE, TO_HAND, REFUSALS = "to_route", "on_the_spot", "to_issue", "to_hand", "refusals"
TO_DECIDE = "to_decide"
GAPS, FEES, GREEN = "gaps", "fees", "green"  # 容缺, 缴费, 绿色通道: lists of their own, counted with the others

_RECEIVED, _AT_WINDOW = Q(state=CaseState.RECEIVED), Q(channel=Channel.WINDOW)
_DECIDED, _GRANTED = Q(state=CaseState.DECIDED), Q(outcome=CaseOutcome.GRANTED)
_REPORTED = Q(outcome=CaseOutcome.UPWARD)  # waits for the reply from above
_ACCEPTED, _INSTANT = Q(state=CaseState.ACCEPTED), Q(kind=CaseKind.INSTANT)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed refusal that waits for a second person (提请不予受理)."""

    case_id: UUID
    proposed_by: UUID | None
    proposer: str
    reason: str
    at: datetime


def waiting(what: str, officer: Officer, region_code: str) -> QuerySet[Case]:
    """Return one waiting list, the most urgent first."""
    rows = cases_for(officer, region_code).filter(_lists(region_code)[what])
    lean = rows.select_related("item").defer("form", "agent", "terms")
    return lean.order_by("-expedited", F("light_on").asc(nulls_last=True), "id")


def counts(officer: Officer, region_code: str, signing: Iterable[UUID] = ()) -> dict[str, int]:
    """Return how many cases stand in each list; `to_decide` counts those of the departments signed for. One query."""
    lists = _lists(region_code) | _special(region_code)
    lists[TO_DECIDE] = lists[ON_THE_SPOT] & Q(department__in=list(signing))
    every = cases_for(officer, region_code).exclude(state=CaseState.CLOSED)
    return every.aggregate(**{name: Count("pk", filter=condition) for name, condition in lists.items()})


def on_the_spot(officer: Officer, region_code: str, departments: Iterable[UUID]) -> QuerySet[Case]:
    """Return the accepted instant cases of some departments (即办件, 等当场决定)."""
    return waiting(ON_THE_SPOT, officer, region_code).filter(department__in=list(departments))


def seek(words: str, officer: Officer, region_code: str, limit: int = 10) -> list[Case]:
    """Return the newest cases whose applicant's name begins with these words."""
    rows = cases_for(officer, region_code).filter(applicant_name__startswith=words)
    return list(rows.select_related("item").defer("form", "agent", "terms").order_by("-id")[:limit])


def prereview_note(region_code: str, case_id: UUID) -> str:
    """Return what the window last noted about an online application (预审意见), "" when nothing."""
    rows = Payload.objects.filter(
        region_code=region_code,
        entry__region_code=region_code,
        entry__subject_id=case_id,
        entry__verb="case.prereviewed",
    )
    body = rows.order_by("-entry__seq").values_list("body", flat=True).first()
    return str((body or {}).get("note", ""))


def proposals(region_code: str, case_ids: Iterable[UUID]) -> dict[UUID, Proposal]:
    """Return the open proposals of refusal of some cases. One query."""
    rows = _open_refusals(region_code).filter(case_id__in=list(case_ids)).select_related("assignee")
    return {
        row.case_id: Proposal(row.case_id, row.assignee_id, str(row.assignee or ""), row.opinion, row.opened_at)
        for row in rows
    }


def acceptance_opinions(region_code: str, case_id: UUID) -> list[Stage]:
    """Return what departments were asked before the acceptance, with their answers (受理意见), the oldest first.

    One query.  Basis: S0b-8
    """
    rows = Stage.objects.filter(region_code=region_code, case_id=case_id, kind=StageKind.ACCEPT_OPINION)
    return list(
        rows.exclude(effect=Effect.RECALLED).select_related("department", "assignee").order_by("opened_at", "id")
    )


def _open_refusals(region_code: str) -> QuerySet[Stage]:
    return Stage.objects.filter(region_code=region_code, kind=StageKind.REFUSAL, done_at=None)


def _special(region_code: str) -> dict[str, Q]:
    """Return what waits for materials, for a payment, or runs on the green channel."""
    unpaid = Stage.objects.filter(region_code=region_code, kind=StageKind.PAYMENT, done_at=None)
    return {
        GAPS: Q(tolerance_by__isnull=False),
        FEES: Q(id__in=unpaid.values("case_id")),
        GREEN: Q(expedited=True),
    }


def _lists(region_code: str) -> dict[str, Q]:
    """Return what each list holds."""
    events = ClockEvent.objects.filter(region_code=region_code, case_id=OuterRef("id"), kind=FactKind.SUPPLEMENTED)
    returned = Exists(events)
    proposed = Exists(_open_refusals(region_code).filter(case_id=OuterRef("id")))
    return {
        ONLINE: _RECEIVED & ~_AT_WINDOW & ~Q(returned),
        HELD: _RECEIVED & _AT_WINDOW & ~Q(returned),
        RETURNED: _RECEIVED & Q(returned),
        CORRECTING: Q(state=CaseState.CORRECTING),
        TO_ROUTE: _ACCEPTED & ~_INSTANT,
        ON_THE_SPOT: _ACCEPTED & _INSTANT,
        TO_ISSUE: _DECIDED & _GRANTED,
        TO_HAND: Q(state=CaseState.ISSUED) | (_DECIDED & ~_GRANTED & ~_REPORTED),
        REFUSALS: Q(state__in=(CaseState.RECEIVED, CaseState.CORRECTING)) & Q(proposed),
    }
