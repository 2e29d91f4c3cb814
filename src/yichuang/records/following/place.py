"""The place of a follower (进度): up to which moment of the ledger and which day it has looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from yichuang.records.cases.models import Case, Stage
from yichuang.records.cell import Cell
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry, Subject

OVERLAP = timedelta(minutes=2)  # entries may be committed a little after their time
SET_BACK = timedelta(days=1)  # how far to look where the clock was set back
START = UUID(int=0)


class LedgerPlace(Cell):
    """Base of the places (跟账进度): one row for each region; `after` while from nothing."""

    EDITION = "1"  # of the rules that are followed by: another one makes the next run look at everything again

    edition = models.CharField("规则版本", max_length=12)
    upto = models.DateTimeField("看到的入账时间")
    day = models.DateField("看到的日期")
    after = models.UUIDField("从头重算看到的办件", null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.day}"

    @classmethod
    def edition_now(cls) -> str:
        """Return by which rules is followed today."""
        return cls.EDITION


Row = TypeVar("Row", bound=LedgerPlace)


def place_of(model: type[Row], region_code: str, at: datetime, today: date, *, anew: bool = False) -> Row:
    """Return how far a follower has looked in a region; at its beginning where it never did, or by other rules."""
    edition = model.edition_now()
    rows = model._default_manager.filter(region_code=region_code)
    row = rows.first()
    if row is not None and row.edition == edition and not anew:
        return row
    begun = {"edition": edition, "upto": at, "day": today, "after": START}
    if row is None:
        model._default_manager.bulk_create(
            [model(id=new_id(), region_code=region_code, **begun)], ignore_conflicts=True
        )
    else:
        rows.update(**begun)
    return rows.get()


def cases_after(region_code: str, after: UUID, size: int) -> list[UUID]:
    """Return the next cases of a region in the order of their ids."""
    rows = Case.objects.filter(region_code=region_code, id__gt=after).order_by("id")
    return list(rows.values_list("id", flat=True)[:size])


def pages_after(region_code: str, after: UUID | None, size: int) -> Iterator[list[UUID]]:
    """Yield the pages of cases that a run from nothing has still before it; the last one is not full, or empty."""
    while after is not None:
        page = cases_after(region_code, after, size)
        after = page[-1] if len(page) == size else None
        yield page


def passed(place: LedgerPlace, after: UUID | None) -> None:
    """Put on record which case a run from nothing has passed; None when it is through."""
    type(place)._default_manager.filter(region_code=place.region_code).update(after=after)


def looked(place: LedgerPlace, at: datetime, today: date) -> None:
    """Put on record up to where a follower has looked; a step back makes it look twice, which changes nothing."""
    type(place)._default_manager.filter(region_code=place.region_code).update(upto=at, day=today)


def touched(place: LedgerPlace, at: datetime, today: date) -> Iterator[UUID]:
    """Yield the cases to look at again: something was filed in them, or a last day has passed since."""
    region = place.region_code
    filed = Entry.objects.filter(
        region_code=region, subject=Subject.CASE, recorded_at__gte=looked_since(place, at)
    ).values_list("subject_id", flat=True)
    ids = set(filed)
    if today > place.day:
        ids |= set(_turned(region, place.day, today))
    yield from sorted(ids)


def looked_since(place: LedgerPlace, at: datetime) -> datetime:
    """Return from which moment on entries are to be looked at: a little before the last, a day before a step back."""
    return place.upto - OVERLAP if place.upto <= at else at - SET_BACK


def _turned(region_code: str, since: date, today: date) -> Iterator[UUID]:
    """Yield the cases of which a day has come or gone: of answer, hand-over, decision, delivery or step."""
    gone = {"gte": since - timedelta(days=1), "lt": today}
    days = [_within("light_on", gone), _within("due_on", gone), _within("answer_by", gone)]
    come = _within("warn_on", {"gte": since, "lte": today})
    running = Q(decided_on=None, closed_on=None)
    silent = Q(answer_by__lt=today, accepted_on=None)  # accepted by law, whether or not that was put on record yet
    waiting = _within("certificate_by", gone) & Q(closed_on=None)
    rows = Case.objects.filter(region_code=region_code)
    unsent = Q(state="accepted")  # the file has a last morning too, which no column holds
    running &= days[0] | days[1] | days[2] | come | silent | unsent
    wanted = running | waiting | Q(paused=True, closed_on=None)
    yield from rows.filter(wanted).values_list("id", flat=True)
    steps = Stage.objects.filter(region_code=region_code, done_at=None)
    yield from steps.filter(_within("due_on", gone)).values_list("case_id", flat=True)


def _within(column: str, bounds: dict[str, date]) -> Q:
    return Q(**{f"{column}__{word}": day for word, day in bounds.items()})


def pages(ids: Iterable[UUID], size: int) -> Iterator[list[UUID]]:
    """Cut ids into pages."""
    source = iter(ids)
    while page := list(islice(source, size)):
        yield page
