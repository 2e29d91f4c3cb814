"""Reads of trails (流程图谱): the map of an item, the items with how long they take, the cases of a way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry
from yichuang.records.statistics.trails.models import CaseTrail, TrailCell, TrailPlace
from yichuang.rules.officers import Officer
from yichuang.rules.trails.charting import Cell, Chart, Lengths, chart
from yichuang.rules.trails.folding import OPEN, PATH, Trail
from yichuang.rules.trails.steps import TURNED_AWAY, verb_of

Span = tuple[date, date]


class Way(NamedTuple):
    """Which cases: of a whole path, of a passage from one step to another, or those that stand after a step."""

    path: str = ""
    before: str = ""
    after: str = ""
    standing: str = ""


class Taken(NamedTuple):
    """An item with how many cases ended and run, and how long they took."""

    item_id: UUID
    lengths: Lengths
    running: int


def chart_of(region_code: str, item_id: UUID, span: Span) -> Chart:
    """Return the map of an item over the cases begun in these months. One query."""
    rows = TrailCell.objects.filter(region_code=region_code, item_id=item_id, month__range=span).order_by()
    told = rows.values_list("what", "key", "days").annotate(total=Sum("amount"))
    return chart(Cell(*row) for row in told)


def items_of(region_code: str, span: Span) -> list[Taken]:
    """Return the items with cases begun in these months, most cases first. One query."""
    rows = TrailCell.objects.filter(region_code=region_code, what__in=(PATH, OPEN), month__range=span).order_by()
    lengths: dict[UUID, Lengths] = defaultdict(Counter)
    running: Counter[UUID] = Counter()
    for item, what, days, total in rows.values_list("item_id", "what", "days").annotate(total=Sum("amount")):
        if what == PATH:
            lengths[item][days] += total
        else:
            running[item] += total
    found = [Taken(item, lengths.get(item, Counter()), running[item]) for item in {*lengths, *running}]
    return sorted(found, key=lambda one: (-one.lengths.total() - one.running, one.item_id))


def cases_of(officer: Officer, region_code: str, item_id: UUID, span: Span, way: Way) -> QuerySet[Case]:
    """Return the cases of a way that the officer may see, newest first."""
    rows = CaseTrail.objects.filter(region_code=region_code, item_id=item_id, id=OuterRef("id"))
    begun = rows.filter(begun_on__gte=span[0], begun_on__lt=_next_month(span[1]))
    mine = Exists(_narrowed(begun, way))
    return cases_for(officer, region_code).filter(mine, item_id=item_id).select_related("item").order_by("-id")


def _narrowed(rows: QuerySet[CaseTrail], way: Way) -> QuerySet[CaseTrail]:
    if way.path:
        return rows.filter(steps=way.path, ended_on__isnull=False)
    if way.standing:
        return rows.filter(Q(steps=way.standing) | Q(steps__endswith=f" {way.standing}"), ended_on=None)
    pair = f"{way.before} {way.after}"
    within, last = Q(steps__contains=f" {pair} "), Q(steps__endswith=f" {pair}")
    return rows.filter(Q(steps=pair) | Q(steps__startswith=f"{pair} ") | within | last)


def trails_of(region_code: str, case_ids: Collection[UUID]) -> dict[UUID, CaseTrail]:
    """Return the trails of cases. One query."""
    return {row.id: row for row in CaseTrail.objects.filter(region_code=region_code, id__in=list(case_ids))}


def past(region_code: str, item_id: UUID, most: int) -> tuple[list[Trail], list[UUID]]:
    """Return the trails that ended last, and of which cases they are; turned away ones are left out. One query."""
    rows = CaseTrail.objects.filter(region_code=region_code, item_id=item_id, ended_on__isnull=False)
    for step in sorted(TURNED_AWAY):
        rows = rows.exclude(steps__endswith=f" {step}")
    found = list(rows.order_by("-ended_on", "-id").values_list("id", *Trail._fields)[:most])
    return [Trail(*row[1:]) for row in found], [row[0] for row in found]


def persons_at(region_code: str, case_ids: Sequence[UUID], step: str) -> int:
    """Return how many persons did a step in these cases. One query."""
    rows = Entry.objects.filter(region_code=region_code, subject_id__in=list(case_ids), verb=verb_of(step))
    return rows.exclude(actor_id=None).values("actor_id").distinct().count()


def place(region_code: str) -> TrailPlace | None:
    """Return up to where the trails of a region are followed."""
    return TrailPlace.objects.filter(region_code=region_code).first()


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
