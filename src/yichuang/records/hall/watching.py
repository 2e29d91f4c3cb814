"""Calls that supervision has still to look at, and what it found (叫号无结果入册). Nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from yichuang.records.hall.models import CallAlert, Hall, QueueCall
from yichuang.rules.supervision.calling import Called, Unanswered

_ZONE = ZoneInfo("Asia/Shanghai")


def to_watch(region_code: str, after: tuple[datetime, UUID] | None, most: int, *, anew: bool) -> list[QueueCall]:
    """Return the next calls to look at, oldest first: those that may still change, or all of them."""
    rows = QueueCall.objects.filter(region_code=region_code)
    rows = rows if anew else rows.filter(watched=False)
    if after is not None:
        rows = rows.filter(called_at__gte=after[0]).exclude(called_at=after[0], id__lte=after[1])
    return list(rows.order_by("called_at", "id")[:most])


def as_called(rows: Iterable[QueueCall]) -> list[Called]:
    """Return calls as the rules know them."""
    return [Called(row.id, _day(row), row.called_at, row.outcome, row.outcome_at) for row in rows]


def keep_calls(region_code: str, rows: Sequence[QueueCall], found: Iterable[Unanswered], today: date) -> int:
    """Put on record what was found, and which calls need not be looked at again: both or neither.

    Those are the ones with an outcome, and those of days before, to which nothing can come any more.

    Returns: how many findings are new.
    """
    calls = {row.id: row for row in rows}
    named = {one.call: one for one in found}
    mine = CallAlert.objects.filter(region_code=region_code, id__in=list(named))
    with transaction.atomic():
        known = dict(mine.values_list("id", "ended_at"))
        new = [_alert(calls[key], one) for key, one in named.items() if key not in known]
        CallAlert.objects.bulk_create(new, ignore_conflicts=True)
        for key, ended in known.items():
            if ended != named[key].ended_at:
                mine.filter(id=key).update(ended_at=named[key].ended_at, outcome=named[key].outcome)
        over = [row.id for row in rows if row.outcome_at is not None or _day(row) < today]
        QueueCall.objects.filter(region_code=region_code, id__in=over).update(watched=True)
    return len(new)


def call_alerts(region_codes: Collection[str], since: datetime, hall: Hall | None = None) -> QuerySet[CallAlert]:
    """Return what was found since then, the latest first."""
    rows = CallAlert.objects.filter(region_code__in=list(region_codes), called_at__gte=since)
    rows = rows.filter(hall=hall) if hall else rows
    return rows.select_related("hall", "window__window").order_by("-called_at")


def call_alert(region_codes: Collection[str], alert_id: UUID) -> CallAlert | None:
    """Return one finding of one of the regions, with its hall and window."""
    rows = CallAlert.objects.filter(region_code__in=list(region_codes), id=alert_id)
    return rows.select_related("hall", "window__window").first()


def calls_among(region_code: str, ids: Collection[UUID]) -> set[UUID]:
    """Return which of these are findings of calls. One query, none without any."""
    rows = CallAlert.objects.filter(region_code=region_code, id__in=list(ids))
    return set(rows.values_list("id", flat=True)) if ids else set()


def minutes_of(row: CallAlert, now: datetime) -> int:
    """Return how long nothing came of a call."""
    return int(((row.ended_at or now) - row.called_at) / timedelta(minutes=1))


def _alert(call: QueueCall, one: Unanswered) -> CallAlert:
    return CallAlert(
        id=call.id, region_code=call.region_code, hall_id=call.hall_id, window_id=call.window_id,
        clerk_id=call.clerk_id, no=call.no, called_at=call.called_at, since=one.since, ended_at=one.ended_at,
        outcome=one.outcome, basis=one.basis,
    )  # fmt: skip


def _day(row: QueueCall) -> date:
    return row.called_at.astimezone(_ZONE).date()
