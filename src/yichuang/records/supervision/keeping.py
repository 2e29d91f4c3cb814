"""Keep what the rules found (异常入册) and how far they have looked. Nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from yichuang.records.cases.models import Case, Stage
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.supervision.models import Alert, Watch
from yichuang.rules.supervision.history import Finding

EDITION = "1"  # another one makes the next run look at everything again
OVERLAP = timedelta(minutes=2)  # entries may be committed a little after their time
SET_BACK = timedelta(days=1)  # how far to look where the clock was set back
_SPACE = UUID("6f1de2a0-7d0b-5c9c-9b5e-0d2f4a1c8e35")
_START = UUID(int=0)


def name_of_alert(case_id: UUID, finding: Finding) -> UUID:
    """Return the id of an alert: the same however often and wherever it is found."""
    return uuid5(_SPACE, f"{case_id}:{finding.rule}:{finding.occasion}")


def keep(region_code: str, found: Iterable[tuple[UUID, Finding]]) -> int:
    """Put findings on record; return how many were new. Those known before only learn that they ended."""
    named = {name_of_alert(case_id, one): (case_id, one) for case_id, one in found}
    if not named:
        return 0
    rows = Alert.objects.filter(region_code=region_code)
    known = dict(rows.filter(id__in=named).values_list("id", "ended_on"))
    new = [_alert(region_code, key, *pair) for key, pair in named.items() if key not in known]
    Alert.objects.bulk_create(new, ignore_conflicts=True)
    for key, ended in known.items():
        if named[key][1].ended_on != ended:
            rows.filter(id=key).update(ended_on=named[key][1].ended_on)
    return len(new)


def _alert(region_code: str, key: UUID, case_id: UUID, one: Finding) -> Alert:
    return Alert(
        id=key, region_code=region_code, case_id=case_id, rule=one.rule.value, occasion=one.occasion,
        light=one.light.value, on=one.on, ended_on=one.ended_on, department_id=one.department_id, basis=one.basis,
        evidence=dict(one.evidence),
    )  # fmt: skip


def place_of_watch(region_code: str, at: datetime, today: date, *, anew: bool = False) -> Watch:
    """Return how far the rules have looked in a region; at its beginning where they never did, or others did."""
    row = Watch.objects.filter(region_code=region_code).first()
    if row is not None and row.edition == EDITION and not anew:
        return row
    begun = {"edition": EDITION, "upto": at, "day": today, "after": _START}
    if row is None:
        Watch.objects.bulk_create([Watch(id=new_id(), region_code=region_code, **begun)], ignore_conflicts=True)
    else:
        Watch.objects.filter(region_code=region_code).update(**begun)
    return Watch.objects.get(region_code=region_code)


def cases_after(region_code: str, after: UUID, size: int) -> list[UUID]:
    """Return the next cases of a region in the order of their ids."""
    rows = Case.objects.filter(region_code=region_code, id__gt=after).order_by("id")
    return list(rows.values_list("id", flat=True)[:size])


def page_done(place: Watch, found: Iterable[tuple[UUID, Finding]], after: UUID | None) -> int:
    """Keep one page of a run from nothing together with its place: both or neither."""
    with transaction.atomic():
        new = keep(place.region_code, found)
        Watch.objects.filter(region_code=place.region_code).update(after=after)
    return new


def looked(place: Watch, at: datetime, today: date) -> None:
    """Put on record up to where the rules have looked; a step back makes them look twice, which changes nothing."""
    Watch.objects.filter(region_code=place.region_code).update(upto=at, day=today)


def touched(place: Watch, at: datetime, today: date) -> Iterator[UUID]:
    """Yield the cases to look at again: something was filed in them, or a last day has passed since."""
    region = place.region_code
    since = place.upto - OVERLAP if place.upto <= at else at - SET_BACK
    filed = Entry.objects.filter(region_code=region, subject=Subject.CASE, recorded_at__gte=since).values_list(
        "subject_id", flat=True
    )
    ids = set(filed)
    if today > place.day:
        ids |= set(_turned(region, place.day, today))
    yield from sorted(ids)


def _turned(region_code: str, since: date, today: date) -> Iterator[UUID]:
    """Yield the cases of which a day has come or gone: of the answer, the decision, the delivery, a step, a pause."""
    gone = {"gte": since - timedelta(days=1), "lt": today}
    days = [_within("light_on", gone), _within("due_on", gone), _within("answer_by", gone)]
    come = _within("warn_on", {"gte": since, "lte": today})
    running = Q(decided_on=None, closed_on=None)
    silent = Q(answer_by__lt=today, accepted_on=None)  # accepted by law, whether or not that was put on record yet
    waiting = _within("certificate_by", gone) & Q(closed_on=None)
    rows = Case.objects.filter(region_code=region_code)
    wanted = (running & (days[0] | days[1] | days[2] | come | silent)) | waiting | Q(paused=True, closed_on=None)
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
