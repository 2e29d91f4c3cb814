"""Reads of days (收款日账): what was booked on a day as lines, the latest report, unexplained money, totals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from yichuang.records.fees.models import (
    Collection,
    PayMethod,
    Reconciliation,
    Refund,
    RefundState,
    Unexplained,
    UnexplainedState,
)
from yichuang.rules.fees.reconciling import PAY, REFUND, Line


def booked_lines(region_code: str, on: date) -> list[Line]:
    """Return what the book says went through the gateway on a day. By the day of the payment. Three queries."""
    cell = {"region_code": region_code, "case__region_code": region_code}
    came = Collection.objects.filter(**cell, method=PayMethod.ONLINE, paid_on=on)
    lines = [
        Line(PAY, key, "", amount, case_no=no)
        for key, amount, no in came.order_by("id").values_list("reference", "amount", "case__no")
    ]
    back = Refund.objects.filter(**cell, method=PayMethod.ONLINE, paid_on=on, state=RefundState.PAID)
    lines += [
        Line(REFUND, key.hex, "", amount, case_no=no)
        for key, amount, no in back.order_by("id").values_list("id", "amount", "case__no")
    ]
    stray = Unexplained.objects.filter(region_code=region_code, paid_at__date=on)
    lines += [Line(PAY, key, "", amount) for key, amount in stray.values_list("trade_no", "amount")]
    return lines


def report_of(region_code: str, on: date) -> Reconciliation | None:
    """Return the latest report of a day."""
    rows = Reconciliation.objects.filter(region_code=region_code, on=on).select_related("done_by")
    return rows.order_by("-id").first()


def reports(region_code: str, since: date) -> dict[date, Reconciliation]:
    """Return the latest report of each day since then."""
    rows = Reconciliation.objects.filter(region_code=region_code, on__gte=since).order_by("id")
    return {row.on: row for row in rows}


def strays(region_code: str) -> list[Unexplained]:
    """Return unexplained money, what is still open first, at most two hundred."""
    rows = Unexplained.objects.filter(region_code=region_code).select_related("settled_by").order_by("state", "-id")
    return list(rows[:200])


def open_strays(region_code: str) -> int:
    """Return how many sums nobody has explained yet."""
    return Unexplained.objects.filter(region_code=region_code, state=UnexplainedState.OPEN).count()


def stray_of(region_code: str, row_id: UUID) -> Unexplained | None:
    """Return one unexplained sum."""
    return Unexplained.objects.filter(region_code=region_code, id=row_id).first()


def refunds_in(region_code: str, states: Iterable[str]) -> list[Refund]:
    """Return what waits to go back, oldest first, with case and collection; at most two hundred."""
    rows = Refund.objects.filter(region_code=region_code, case__region_code=region_code, state__in=list(states))
    return list(rows.select_related("case", "case__item", "asked_by").order_by("id")[:200])


def surplus_of(region_code: str) -> list[Collection]:
    """Return sums that settle nothing and that nobody asked to give back yet; at most two hundred."""
    asked = Refund.objects.filter(region_code=region_code).exclude(state=RefundState.DECLINED)
    rows = Collection.objects.filter(
        ~Q(id__in=asked.values("collection_id")), region_code=region_code, case__region_code=region_code,
        standing="surplus", reversed_on=None,
    )  # fmt: skip
    return list(rows.select_related("case", "case__item").order_by("id")[:200])


@dataclass(frozen=True, slots=True)
class Entry:
    """One sum for the totals: which day, department, fee, method; what came in, what went back, in fen."""

    on: date
    department: str
    fee: str
    method: str
    came: int
    back: int


def entries(region_code: str, since: date, until: date) -> list[Entry]:
    """Return everything that came in and went back between two days, fee by fee. Two queries."""
    cell = {"region_code": region_code, "case__region_code": region_code}
    came = Collection.objects.filter(**cell, received_on__range=(since, until)).order_by("id")
    found = []
    for on, department, method, amount, lines in came.values_list(
        "received_on", "department__short_name", "method", "amount", "lines"
    ):
        for fee, part in lines or [["暂收款", amount]]:
            found.append(Entry(on, department, fee, PayMethod(method).label, part, 0))
    back = Refund.objects.filter(**cell, paid_on__range=(since, until), state=RefundState.PAID).order_by("id")
    rows = back.filter(collection__region_code=region_code).values_list(
        "paid_on", "collection__department__short_name", "method", "amount", "collection__lines"
    )
    for on, department, method, amount, lines in rows:
        fee = lines[0][0] if len(lines or ()) == 1 else ("多项费用" if lines else "暂收款")
        found.append(Entry(on, department, fee, PayMethod(method).label, 0, amount))
    return found
