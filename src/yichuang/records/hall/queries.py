"""Reads of the hall for others: one's own number, who waits and how long, what a day brought."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q

from yichuang.records.hall.calling import as_waiting, waiting_in
from yichuang.records.hall.models import Hall, NumberState, QueueNumber
from yichuang.records.hall.place import Place
from yichuang.rules.hall.fairness import call_order
from yichuang.rules.hall.waiting import Estimate, estimate

_HELD = (NumberState.WAITING, NumberState.CALLED)
WEEKS, SAMPLE, SAMPLE_TODAY = timedelta(days=14), 600, 200


def number_by_token(region_codes: Collection[str], token: str) -> QueueNumber | None:
    """Return a number by the code on its slip."""
    rows = QueueNumber.objects.filter(region_code__in=list(region_codes), token=token)
    return rows.select_related("hall__centre__region", "line", "window__window").first()


def waiting_with(hall: Hall, tokens: Collection[str], line: UUID, day: date) -> QueueNumber | None:
    """Return which of these numbers of a day still waits for a line. One query, none without numbers."""
    rows = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, day=day, line=line)
    return rows.filter(token__in=list(tokens), state__in=_HELD).first() if tokens else None


def numbers_of(region_codes: Collection[str], user_id: UUID, day: date) -> list[QueueNumber]:
    """Return the numbers that an account drew on a day."""
    rows = QueueNumber.objects.filter(region_code__in=list(region_codes), user_id=user_id, day=day)
    return list(rows.select_related("hall", "line").order_by("-taken_at"))


@dataclass(frozen=True, slots=True)
class Queue:
    """Who waits for a line, in the order of calling, and how long whoever comes now will wait."""

    order: Sequence[UUID]
    numbers: Sequence[str]
    each: Sequence[Estimate]  # for everybody who waits
    newcomer: Estimate


def queues(place: Place, day: date) -> dict[UUID, Queue]:
    """Return the queue of every line of a hall. Three queries."""
    rows = waiting_in(place.hall, day)
    numbers, known = {row.id: row.no for row in rows}, as_waiting(rows, place.first)
    spans, most = _spans(place.hall, day), place.norms.number("queue_priority_run")
    found = {}
    for line in place.lines:
        order = [one.id for one in call_order(known, {line}, priority_run=0, most=most)]
        today, weeks = spans.get((line, True), []), spans.get((line, False), [])
        windows = place.open_windows(line)
        told = [estimate(ahead, windows, today, weeks) for ahead in range(len(order) + 1)]
        found[line] = Queue(order, [numbers[one] for one in order], told[:-1], told[-1])
    return found


def _spans(hall: Hall, day: date) -> dict[tuple[UUID, bool], list[float]]:
    """Return minutes from call to end, by line, of today and of the last weeks. Two queries, bounded."""
    ended = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, state=NumberState.FINISHED)
    today = ended.filter(day=day).order_by("-ended_at")[:SAMPLE_TODAY]
    weeks = ended.filter(day__gte=day - WEEKS, day__lt=day).order_by("-ended_at")[:SAMPLE]
    spans: dict[tuple[UUID, bool], list[float]] = {}
    for fresh, rows in ((True, today), (False, weeks)):
        for line, called, end in rows.values_list("line_id", "called_at", "ended_at"):
            if called and end:
                spans.setdefault((line, fresh), []).append((end - called).total_seconds() / 60)
    return spans


def day_of(hall: Hall, day: date) -> dict[str, int]:
    """Return how many numbers of a day stand how. One query."""
    rows = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, day=day)
    counts = {state: Count("pk", filter=Q(state=state)) for state in NumberState.values}
    return rows.aggregate(**counts)
