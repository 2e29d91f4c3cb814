"""Drawing a queue number (取号): gap-free per hall, day and letter, once per key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from yichuang.records.applicants.vault import lookup_hash, seal
from yichuang.records.hall.models import Hall, Priority, QueueNumber, QueueSeries, ServiceLine, Source
from yichuang.records.hall.place import ZONE, Place
from yichuang.records.hall.pulse import touch
from yichuang.records.ids import new_id
from yichuang.rules.hall.calling import may_give_out, may_hold
from yichuang.rules.hall.hours import Hours
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Draw:
    """Who wants a number for what, in which class, and how to reach him when his turn comes near."""

    line: ServiceLine
    key: str
    source: str = Source.KIOSK
    priority: str = Priority.ORDINARY
    user_id: UUID | None = None
    phone: str = ""
    screen_id: UUID | None = None  # the kiosk at which it is drawn
    tokens: tuple[str, ...] = ()  # of the numbers that whoever stands there drew before
    kept: bool = False  # a place was kept for him: how many numbers he has does not matter


def may_draw(place: Place, line: ServiceLine, at: datetime) -> Verdict:
    """Say whether a number may be drawn for a line now."""
    local = at.astimezone(ZONE)
    hours: Hours | None = place.hours(line.id, local.date())
    if hours is None:
        return refuse("line_closed_today", "S3-附件三(二)3", line=line.name)
    if local.time() >= hours.closes:
        return refuse("line_over_today", "YC", line=line.name, closes=f"{hours.closes:%H:%M}")
    return ALLOWED


def drawn(place: Place, wish: Draw, at: datetime) -> QueueNumber:
    """Draw a number; the same key gets the same number. Raises: Refused."""
    hall = place.hall
    known = QueueNumber.objects.filter(region_code=hall.region_code, key=wish.key).first()
    if known is not None:
        return known
    may_draw(place, wish.line, at).raise_if_refused()
    _once_for(place, wish, at).raise_if_refused()
    try:
        with transaction.atomic():
            return _insert(hall, wish, at)
    except IntegrityError:
        known = QueueNumber.objects.filter(region_code=hall.region_code, key=wish.key).first()
        if known is None:
            raise
        return known


def _once_for(place: Place, wish: Draw, at: datetime) -> Verdict:
    """Say whether this person, or this kiosk, may have one more number."""
    today = QueueNumber.objects.filter(region_code=place.hall.region_code, hall=place.hall, day=_day(at))
    if wish.kept or not (wish.user_id or wish.phone or wish.tokens or wish.screen_id):
        return ALLOWED
    if wish.screen_id is not None:
        given = today.filter(screen_id=wish.screen_id, taken_at__gt=at - _MINUTE).count()
        verdict = may_give_out(given, place.norms)
        if not (verdict.allowed and wish.tokens):
            return verdict
    mine = Q(user_id=wish.user_id) if wish.user_id else Q(token__in=wish.tokens)
    mine = mine | Q(phone_hash=lookup_hash(wish.phone)) if wish.phone else mine
    held = list(today.filter(mine, state__in=("waiting", "called")).values_list("line_id", flat=True))
    return may_hold(len(held), wish.line.id in held, place.norms)


def _insert(hall: Hall, wish: Draw, at: datetime) -> QueueNumber:
    serial = _next_serial(hall, _day(at), wish.line.prefix)
    row = QueueNumber(
        id=new_id(), region_code=hall.region_code, hall=hall, line=wish.line, day=_day(at), prefix=wish.line.prefix,
        serial=serial, source=wish.source, priority=wish.priority, taken_at=at, queued_at=at, user_id=wish.user_id,
        token=secrets.token_urlsafe(12), key=wish.key, phone_hash=lookup_hash(wish.phone), screen_id=wish.screen_id,
    )  # fmt: skip
    row.phone_cipher = seal(wish.phone, row.id)
    row.save(force_insert=True)
    touch(hall)
    return row


def _next_serial(hall: Hall, day: date, prefix: str) -> int:
    """Raise the counter and return the number; whoever else draws waits for the end of this transaction."""
    mine = QueueSeries.objects.filter(region_code=hall.region_code, hall_id=hall.id, day=day, prefix=prefix)
    if not mine.update(last=F("last") + 1):
        try:
            with transaction.atomic():
                fresh = QueueSeries(region_code=hall.region_code, hall_id=hall.id, day=day, prefix=prefix, last=1)
                fresh.save(force_insert=True)
        except IntegrityError:
            mine.update(last=F("last") + 1)
    return mine.values_list("last", flat=True).get()


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
