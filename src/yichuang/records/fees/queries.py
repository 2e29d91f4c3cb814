"""Reads of fees (缴费): what one case owes, and which cases wait for a payment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery

from yichuang.records.cases.models import Case, CaseState, Material, MaterialVerdict, Stage, StageKind
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.fees.models import (
    Checkout,
    CheckoutState,
    Collection,
    Fee,
    PayMethod,
    Refund,
    RefundKind,
    RefundState,
)


def fees_of(region_code: str, case_id: UUID) -> list[Fee]:
    """Return the fees of a case, in the order of their assessment."""
    return list(Fee.objects.filter(region_code=region_code, case_id=case_id).order_by("id"))


def fees_by_case(region_code: str, case_ids: Iterable[UUID]) -> dict[UUID, list[Fee]]:
    """Return the fees of several cases. One query."""
    found: dict[UUID, list[Fee]] = {}
    for fee in Fee.objects.filter(region_code=region_code, case_id__in=list(case_ids)).order_by("id"):
        found.setdefault(fee.case_id, []).append(fee)
    return found


def collections_of(region_code: str, case_id: UUID) -> list[Collection]:
    """Return what came in for a case, oldest first."""
    return list(Collection.objects.filter(region_code=region_code, case_id=case_id).order_by("id"))


def collection_of(region_code: str, case_id: UUID, row_id: UUID) -> Collection | None:
    """Return one sum that came in for a case."""
    return Collection.objects.filter(region_code=region_code, case_id=case_id, id=row_id).first()


def refunds_of(region_code: str, case_id: UUID) -> list[Refund]:
    """Return what goes or went back of a case's money, oldest first."""
    return list(Refund.objects.filter(region_code=region_code, case_id=case_id).order_by("id"))


def refund_of(region_code: str, case_id: UUID, row_id: UUID) -> Refund | None:
    """Return one return of a case's money."""
    return Refund.objects.filter(region_code=region_code, case_id=case_id, id=row_id).first()


def returned(rows: Iterable[Refund]) -> dict[UUID, int]:
    """Return how much of each sum went back, in fen."""
    paid = [row for row in rows if row.state == RefundState.PAID and row.kind == RefundKind.REFUND]
    return {key: sum(row.amount for row in paid if row.collection_id == key) for key in {r.collection_id for r in paid}}


def checkouts_of(region_code: str, case_id: UUID) -> list[Checkout]:
    """Return the online payments that were begun for a case, oldest first."""
    return list(Checkout.objects.filter(region_code=region_code, case_id=case_id).order_by("id"))


def checkout_of(region_code: str, case_id: UUID, no: str) -> Checkout | None:
    """Return one online payment of a case by its number."""
    return Checkout.objects.filter(region_code=region_code, case_id=case_id, no=no).first()


def case_no_of_paper(region_code: str, no: str) -> str:
    """Return the case whose fee notice or receipt bears a number, "" where there is none (按票据找办件)."""
    papers = Document.objects.filter(
        region_code=region_code, no=no, kind__in=(DocumentKind.FEE_NOTICE, DocumentKind.FEE_RECEIPT)
    )
    return papers.filter(case__region_code=region_code).values_list("case__no", flat=True).first() or ""


def waiting_checkouts(region_code: str, before: datetime, limit: int) -> list[tuple[str, datetime]]:
    """Return online payments without an answer that were begun before a moment, oldest first."""
    rows = Checkout.objects.filter(region_code=region_code, state=CheckoutState.OPEN, opened_at__lt=before)
    return list(rows.order_by("opened_at").values_list("no", "opened_at")[:limit])


def unsent_refunds(region_code: str, limit: int) -> list[tuple[str, UUID, UUID]]:
    """Return refunds that wait for the gateway: number and id of the case, id of the refund."""
    rows = Refund.objects.filter(
        region_code=region_code, case__region_code=region_code, method=PayMethod.ONLINE, state=RefundState.APPROVED
    )
    return list(rows.order_by("id").values_list("case__no", "case_id", "id")[:limit])


def owing(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Return those of the cases with an open payment (缴费未了)."""
    stages = Stage.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=StageKind.PAYMENT, done_at__isnull=True
    )
    return cases.filter(Exists(stages)).select_related("item").defer("form", "agent", "terms")


def with_payment(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Add `pays`: whether the applicant was told to pay and the payment is still open (轮到申请人缴费)."""
    told = Stage.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=StageKind.PAYMENT, done_at=None, starts_on__isnull=False
    )
    return cases.annotate(pays=Exists(told))


def with_missing(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Add `lacks`: whether a material that may come later has not come at all (容缺材料未交)."""
    missing = Material.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), verdict=MaterialVerdict.DEFERRED, defect=""
    )
    return cases.annotate(lacks=Exists(missing))


def tolerated(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Return those of the cases whose outstanding materials are still to come, the nearest day first (容缺)."""
    rows = cases.filter(tolerance_by__isnull=False).select_related("item").defer("form", "agent", "terms")
    return rows.order_by("tolerance_by", "id")


def expedited(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Return those of the cases that run on the green channel (绿色通道), the most urgent first."""
    rows = cases.filter(Q(expedited=True), ~Q(state=CaseState.CLOSED)).select_related("item")
    return rows.defer("form", "agent", "terms").order_by("light_on", "id")


def unchecked(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Return those of the cases decided on a promise that nobody has checked yet (承诺待核查), the nearest day first.

    Adds `check_by`, the last day of the check, None where the undertaking names none.
    """
    checks = Stage.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=StageKind.AFTER_CHECK, done_at__isnull=False
    )
    owed = Stage.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=StageKind.AFTER_CHECK, done_at=None
    )
    rows = cases.filter(~Exists(checks), undertaken=True, decided_on__isnull=False, outcome="granted")
    rows = rows.annotate(check_by=Subquery(owed.values("due_on")[:1]))
    nearest = (F("check_by").asc(nulls_last=True), "decided_on", "id")
    return rows.select_related("item").defer("form", "agent", "terms").order_by(*nearest)


def paid(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Return those of the cases that were paid for and whose certificate is still to be made (已缴费待办).

    The window tells the lead office at once that the payment came, by this list.  Basis: S0b-19.1
    """
    came = Fee.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), paid_on__isnull=False, lapsed_on__isnull=True
    )
    rows = cases.filter(Exists(came), closed_on=None).exclude(state__in=(CaseState.ISSUED, CaseState.CLOSED))
    rows = rows.annotate(paid_on=Subquery(came.order_by("-paid_on").values("paid_on")[:1]))
    nearest = (F("certificate_by").asc(nulls_last=True), "id")
    return rows.select_related("item").defer("form", "agent", "terms").order_by(*nearest)


class ChecksOwed(NamedTuple):
    """How many promises wait to be checked, and the nearest last day."""

    count: int
    nearest: date | None


def checks_owed(region_code: str, departments: Iterable[UUID]) -> ChecksOwed:
    """Return the checks that some departments owe (待核查的承诺). One query."""
    rows = Stage.objects.filter(
        region_code=region_code, department__in=list(departments), kind=StageKind.AFTER_CHECK, done_at=None
    )
    found = rows.aggregate(count=Count("id"), nearest=Min("due_on"))
    return ChecksOwed(found["count"], found["nearest"])


def to_recover(cases: QuerySet[Case], region_code: str) -> QuerySet[Case]:
    """Return those of the cases whose approval is to be voided or whose certificate is to come back (作废、收回)."""
    open_ones = Stage.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=StageKind.RECOVERY, done_at__isnull=True
    )
    rows = cases.filter(Exists(open_ones)).select_related("item").defer("form", "agent", "terms")
    return rows.order_by("decided_on", "id")


def failed_tolerance(region_code: str, today: date, limit: int) -> list[str]:
    """Return the numbers of cases whose outstanding materials did not come in time, not yet noted (容缺逾期)."""
    noted = Stage.objects.filter(region_code=region_code, case_id=OuterRef("id"), kind=StageKind.RECOVERY)
    rows = Case.objects.filter(~Exists(noted), region_code=region_code, tolerance_by__lt=today)
    return list(rows.order_by("tolerance_by").values_list("no", flat=True)[:limit])
