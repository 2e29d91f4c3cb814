"""Reads of delivery: what is under way for a case, what a window has under way, what a sweep must look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.cases.models import CaseState
from yichuang.records.delivery.models import Delivery, DeliveryMethod, Dispatch, DispatchState
from yichuang.records.documents.models import Document
from yichuang.records.documents.queries import LATER


def dispatches_of(region_code: str, case_id: UUID) -> list[Dispatch]:
    """Return every attempt of a case, of its result and of later decisions, oldest first."""
    return list(Dispatch.objects.filter(region_code=region_code, case_id=case_id).order_by("since", "id"))


def attempts_of(region_code: str, case_id: UUID, document_id: UUID | None = None) -> list[Dispatch]:
    """Return every attempt at the result of a case, or at the later decision that is named, oldest first."""
    return [one for one in dispatches_of(region_code, case_id) if one.document_id == document_id]


def latest(region_code: str, case_id: UUID, way: str, *states: str, document_id: UUID | None = None) -> Dispatch | None:
    """Return the latest attempt of a case in that manner, if any; of the given states only, where some are.

    `document_id`: of the later decision that is named, instead of the result.
    """
    rows = Dispatch.objects.filter(region_code=region_code, case_id=case_id, way=way, document_id=document_id)
    return (rows.filter(state__in=states) if states else rows).order_by("-since", "-id").first()


def confirmed_way(region_code: str, case_id: UUID) -> Dispatch | None:
    """Return how and where the applicant confirmed to receive the result, if he did (送达地址确认). One query."""
    rows = Dispatch.objects.filter(region_code=region_code, case_id=case_id, state=DispatchState.CONFIRMED)
    return rows.order_by("-since", "-id").first()


def delivery_of(region_code: str, case_id: UUID, document_id: UUID | None = None) -> Delivery | None:
    """Return the receipt of a case, if its result was delivered; or that of the later decision that is named."""
    rows = Delivery.objects.filter(region_code=region_code, case_id=case_id, document_id=document_id)
    return rows.order_by("-id").first()


def delivered_decisions(region_code: str, case_ids: Collection[UUID]) -> dict[UUID, Delivery]:
    """Return the receipts of the later decisions of some cases, by decision. One query."""
    rows = Delivery.objects.filter(region_code=region_code, case_id__in=case_ids, document_id__isnull=False)
    return {row.document_id: row for row in rows if row.document_id}


def undelivered(region_code: str) -> QuerySet[Document]:
    """Return the decisions on certificates that no receipt says to have reached the holder (待送达的决定).

    Basis: XKF-44, FYF-20.1
    """
    done = Delivery.objects.filter(region_code=region_code, document_id=OuterRef("id"))
    rows = Document.objects.filter(
        ~Exists(done), region_code=region_code, kind__in=LATER, case__region_code=region_code,
        case__state=CaseState.CLOSED,
    )  # fmt: skip
    return rows.select_related("case", "case__item").order_by("on", "id")


def under_way(region_code: str) -> QuerySet[Dispatch]:
    """Return what a region has under way, oldest first (送达中): results of open cases, and later decisions."""
    waiting = Q(document_id=None, case__state__in=(CaseState.DECIDED, CaseState.ISSUED))
    done = Delivery.objects.filter(region_code=region_code, document_id=OuterRef("document_id"))
    waiting |= Q(document_id__isnull=False) & ~Q(Exists(done))
    rows = Dispatch.objects.filter(
        waiting, region_code=region_code, state=DispatchState.OPEN, case__region_code=region_code
    )
    return rows.select_related("case", "case__item").order_by("since", "id")


def announced(region_code: str, today: date) -> QuerySet[Dispatch]:
    """Return the public notices that run today (公告送达)."""
    rows = under_way(region_code).filter(way=DeliveryMethod.NOTICE, due_on__gte=today)
    return rows.select_related("case", "case__item", "document")


def expired_notices(region_code: str, today: date, limit: int) -> list[tuple[str, UUID | None]]:
    """Return case number and later decision, if one is named, of notices whose period has passed."""
    rows = under_way(region_code).filter(way=DeliveryMethod.NOTICE, due_on__lt=today)
    return list(rows.values_list("case__no", "document_id")[:limit])


def open_parcels(region_code: str, limit: int) -> Iterator[tuple[str, UUID | None, str, str]]:
    """Yield case number, later decision if one is named, courier and waybill of what is in the post."""
    rows = under_way(region_code).filter(way=DeliveryMethod.POST)
    yield from rows.values_list("case__no", "document_id", "courier", "waybill")[:limit]
