"""Reads of fee standards (收费标准)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.fees.models import FeeStandard, StandardState
from yichuang.rules.fees.standards import Reduction, Standard, in_force


def standards_of(region_code: str, item_id: UUID) -> list[Standard]:
    """Return all approved standards of an item that were ever in force or will be."""
    rows = FeeStandard.objects.filter(region_code=region_code, item_id=item_id, state=StandardState.APPROVED)
    rows = rows.order_by("number", "id")
    return [value_of(row) for row in rows]


def standards_on(region_code: str, item_id: UUID, today: date) -> Mapping[str, Standard]:
    """Return the standards of an item that hold on a day, by fee."""
    return in_force(standards_of(region_code, item_id), today)


def all_standards(region_code: str) -> QuerySet[FeeStandard]:
    """Return the approved standards of a region, those of one fee together, the latest first."""
    rows = FeeStandard.objects.filter(region_code=region_code, state=StandardState.APPROVED)
    rows = rows.select_related("item", "item__department", "issued_by", "proposed_by")
    return rows.order_by("item__name", "name", "-number")


def proposals(region_code: str) -> list[FeeStandard]:
    """Return the standards that wait for a second person, oldest first; two hundred at most."""
    rows = FeeStandard.objects.filter(region_code=region_code, state=StandardState.PROPOSED)
    return list(rows.select_related("item", "proposed_by").order_by("id")[:200])


def proposal_of(region_code: str, row_id: UUID) -> FeeStandard | None:
    """Return a standard that waits for a second person, None where it was answered or never was."""
    rows = FeeStandard.objects.filter(region_code=region_code, id=row_id, state=StandardState.PROPOSED)
    return rows.first()


def number_of(region_code: str, item_id: UUID, name: str) -> int:
    """Return the highest version number of a fee, 0 before the first; what was sent back counts."""
    rows = FeeStandard.objects.filter(region_code=region_code, item_id=item_id, name=name)
    return int(rows.aggregate(highest=Max("number"))["highest"] or 0)


def charging_versions(region_code: str, today: date) -> list[ItemVersion]:
    """Return the version in force of each item of a region that lists fees, by name of the item."""
    rows = ItemVersion.objects.filter(
        item__centre__region__code=region_code, effective_on__lte=today, guide__fee__payment__charges__isnull=False
    )
    held = {row.item_id: row for row in rows.select_related("item").order_by("effective_on", "number")}
    return sorted(held.values(), key=lambda row: row.item.name)


def value_of(row: FeeStandard) -> Standard:
    """Return the row as the rules take it."""
    reductions = tuple(Reduction(one["name"], one["basis"], int(one["share"])) for one in row.reductions)
    return Standard(
        row.id, row.name, row.unit, row.price, row.basis, row.effective_on, row.ceiling, reductions,
        row.document_no,
    )  # fmt: skip
