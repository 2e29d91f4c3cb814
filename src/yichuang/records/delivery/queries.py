"""Reads of delivery: what is under way for a case, what a window has under way, what a sweep must look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.cases.models import CaseState
from yichuang.records.delivery.models import Delivery, DeliveryMethod, Dispatch, DispatchState


def dispatches_of(region_code: str, case_id: UUID) -> list[Dispatch]:
    """Return every attempt of a case, oldest first."""
    return list(Dispatch.objects.filter(region_code=region_code, case_id=case_id).order_by("since", "id"))


def latest(region_code: str, case_id: UUID, way: str, *states: str) -> Dispatch | None:
    """Return the latest attempt of a case in that manner, if any; of the given states only, where some are."""
    rows = Dispatch.objects.filter(region_code=region_code, case_id=case_id, way=way)
    return (rows.filter(state__in=states) if states else rows).order_by("-since", "-id").first()


def confirmed_way(region_code: str, case_id: UUID) -> Dispatch | None:
    """Return how and where the applicant confirmed to receive the result, if he did (送达地址确认). One query."""
    rows = Dispatch.objects.filter(region_code=region_code, case_id=case_id, state=DispatchState.CONFIRMED)
    return rows.order_by("-since", "-id").first()


def delivery_of(region_code: str, case_id: UUID) -> Delivery | None:
    """Return the receipt of a case, if it was delivered."""
    return Delivery.objects.filter(region_code=region_code, case_id=case_id).order_by("-id").first()


def under_way(region_code: str) -> QuerySet[Dispatch]:
    """Return what a region has under way, oldest first (送达中)."""
    waiting = {"case__region_code": region_code, "case__state__in": (CaseState.DECIDED, CaseState.ISSUED)}
    rows = Dispatch.objects.filter(region_code=region_code, state=DispatchState.OPEN, **waiting)
    return rows.select_related("case", "case__item").order_by("since", "id")


def announced(region_code: str, today: date) -> QuerySet[Dispatch]:
    """Return the public notices that run today (公告送达)."""
    return under_way(region_code).filter(way=DeliveryMethod.NOTICE, due_on__gte=today)


def expired_notices(region_code: str, today: date, limit: int) -> list[str]:
    """Return the case numbers of notices whose period has passed."""
    rows = under_way(region_code).filter(way=DeliveryMethod.NOTICE, due_on__lt=today)
    return list(rows.values_list("case__no", flat=True)[:limit])


def open_parcels(region_code: str, limit: int) -> Iterator[tuple[str, str, str]]:
    """Yield case number, courier and waybill of what is in the post."""
    rows = under_way(region_code).filter(way=DeliveryMethod.POST)
    yield from rows.values_list("case__no", "courier", "waybill")[:limit]
