"""Reads of what was done about calls without outcome (叫号处置). Which calls these are the hall's own book says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from yichuang.records.supervision.models import CallMeasure
from yichuang.records.supervision.queries import SETTLING


def call_measures(region_code: str, alert_id: UUID) -> list[CallMeasure]:
    """Return what was done about a call, oldest first."""
    return list(CallMeasure.objects.filter(region_code=region_code, alert_id=alert_id).order_by("at", "id"))


def call_measure_in(region_codes: Collection[str], measure_id: UUID) -> CallMeasure | None:
    """Return one measure of one of the regions."""
    return CallMeasure.objects.filter(region_code__in=list(region_codes), id=measure_id).first()


def last_on_calls(region_code: str, alert_ids: Collection[UUID]) -> dict[UUID, CallMeasure]:
    """Return the last measure on each of the calls. One query."""
    rows = CallMeasure.objects.filter(region_code=region_code, alert_id__in=list(alert_ids)).order_by("at", "id")
    return {row.alert_id: row for row in rows}


def settled_calls(region_code: str) -> QuerySet[CallMeasure, UUID]:
    """Return the calls that are cleared or accounted for (了结), to be left out of a list."""
    return CallMeasure.objects.filter(region_code=region_code, kind__in=SETTLING).values_list("alert_id", flat=True)


def notices_to(
    region_codes: Collection[str], departments: Collection[UUID], *, open_only: bool = False
) -> QuerySet[CallMeasure]:
    """Return the notices to these departments, what is still to be answered first."""
    rows = CallMeasure.objects.filter(
        region_code__in=list(region_codes), department__in=list(departments), answer_by__isnull=False
    )
    rows = rows.filter(answered_at=None) if open_only else rows
    return rows.order_by(F("answered_at").desc(nulls_first=True), "answer_by", "id")


@dataclass(frozen=True, slots=True)
class CallNotice:
    """The paper of a notice about a call, as it is printed."""

    region_code: str
    no: str
    on: date
    template: str
    fields: Mapping[str, Any]
    drawn_at: datetime
    kind: str = "call_notice"


def notice_of(row: CallMeasure) -> CallNotice | None:
    """Return the paper of a measure; None where it has none."""
    if not row.no or row.drawn_at is None:
        return None
    return CallNotice(row.region_code, row.no, row.on, row.template, row.fields, row.drawn_at)
