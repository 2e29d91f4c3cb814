"""Reads of the cash desk (收费窗口): what one cashier took and gave back on a day, and whether the day is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.fees.models import Collection, PayMethod, Refund, RefundState, TillClosing


@dataclass(frozen=True, slots=True)
class Drawer:
    """What one cashier did on a day: rows that came in, rows that went back, and the sums by method in fen."""

    collections: list[Collection]
    refunds: list[Refund]

    def takings(self) -> dict[str, int]:
        """Return what came in less what went back, by method."""
        sums: dict[str, int] = {}
        for row in self.collections:
            sums[row.method] = sums.get(row.method, 0) + row.amount
        for back in self.refunds:
            sums[back.method] = sums.get(back.method, 0) - back.amount
        return sums

    @property
    def cash(self) -> int:
        """What should be in the till."""
        return self.takings().get(PayMethod.CASH, 0)


def till_of(region_code: str, cashier_id: UUID | None, on: date) -> TillClosing | None:
    """Return the closing of a cashier's day, None while it is open."""
    if cashier_id is None:
        return None
    return TillClosing.objects.filter(region_code=region_code, on=on, cashier_id=cashier_id).first()


def tills_of(region_code: str, on: date) -> list[TillClosing]:
    """Return the closings of a day."""
    return list(TillClosing.objects.filter(region_code=region_code, on=on).select_related("cashier").order_by("id"))


def drawer_of(region_code: str, cashier_id: UUID | None, on: date) -> Drawer:
    """Return what one cashier did on a day. Two queries."""
    mine = {"region_code": region_code, "cashier_id": cashier_id, "received_on": on}
    came = Collection.objects.filter(**mine).select_related("case", "case__item").order_by("id")
    back = Refund.objects.filter(region_code=region_code, paid_by_id=cashier_id, paid_on=on, state=RefundState.PAID)
    return Drawer(
        list(came.filter(case__region_code=region_code)),
        list(back.filter(case__region_code=region_code).select_related("case").order_by("id")),
    )


def cashiers_of(region_code: str, on: date) -> list[UUID]:
    """Return who took money at the desk on a day."""
    rows = Collection.objects.filter(region_code=region_code, received_on=on, cashier__isnull=False)
    return list(rows.order_by("cashier_id").values_list("cashier_id", flat=True).distinct())
