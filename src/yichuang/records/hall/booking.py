"""Booking an appointment (预约) and what follows: a place is taken only while there is one; no-shows are counted."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from yichuang.records.applicants.vault import lookup_hash, seal, unseal
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import (
    Appointment,
    AppointmentSlot,
    AppointmentState,
    Hall,
    Priority,
    QueueNumber,
    SlotCount,
    Source,
    WeekendShift,
)
from yichuang.records.hall.place import ZONE, Place
from yichuang.records.ids import new_id
from yichuang.rules.hall.booking import Asked, Past, capacity, is_missed, may_book, may_cancel, may_check_in
from yichuang.rules.verdict import Refused

_FULL = "appointment_full"


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants which slot on which day."""

    slot: AppointmentSlot
    day: date
    name: str
    phone: str
    key: str
    source: str = Source.PHONE
    user_id: UUID | None = None
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A slot of a day as it is offered: how many places are left, or why none is."""

    slot: AppointmentSlot
    day: date
    left: int
    refused: Refused | None


def offers(place: Place, line: UUID, days: Collection[date], now: datetime, item: UUID | None = None) -> list[Offer]:
    """Return the slots of a line on these days; those kept for another item are left out. Two queries."""
    mine = Q(item=None) | Q(item_id=item) if item else Q(item=None)
    slots = list(AppointmentSlot.objects.filter(mine, line_id=line).select_related("hall_window__window", "item"))
    rows = SlotCount.objects.filter(region_code=place.hall.region_code, slot_id__in=[s.id for s in slots])
    taken = {(slot, day): count for slot, day, count in rows.values_list("slot_id", "day", "taken")}
    found = []
    for day in sorted(days):
        for slot in (slot for slot in slots if slot.weekday == day.isoweekday()):
            asked = _asked(place, slot, day, taken.get((slot.id, day), 0))
            verdict = may_book(asked, Past(), now, place.norms)
            refused = None if verdict.allowed else Refused(verdict.code, verdict.basis, verdict.facts)
            found.append(Offer(slot, day, max(0, asked.places - asked.taken), refused))
    return found


def book(place: Place, wish: Wish, at: datetime) -> Appointment:
    """Take a place; the same key gets the same appointment. Raises: Refused."""
    region = place.hall.region_code
    known = Appointment.objects.filter(region_code=region, key=wish.key).first()
    if known is not None:
        return known
    count = SlotCount.objects.filter(region_code=region, slot_id=wish.slot.id, day=wish.day)
    taken = count.values_list("taken", flat=True).first() or 0
    past = _past(place, wish, at)
    asked = _asked(place, wish.slot, wish.day, taken)
    may_book(asked, past, at, place.norms).raise_if_refused()
    try:
        with transaction.atomic():
            _take(place.hall, wish, asked.places)
            return _insert(place, wish, at)
    except IntegrityError:
        known = Appointment.objects.filter(region_code=region, key=wish.key).first()
        if known is None:
            raise
        return known


def cancel(place: Place, row: Appointment, at: datetime) -> None:
    """Give the place back. Raises: Refused."""
    may_cancel(row.starts_at, row.state, at, place.norms).raise_if_refused()
    with transaction.atomic():
        if not _moved(row, AppointmentState.CANCELLED, at):
            raise Refused("appointment_done", "YC")
        mine = SlotCount.objects.filter(region_code=row.region_code, slot_id=row.slot_id, day=row.day, taken__gt=0)
        mine.update(taken=F("taken") - 1)


def check_in(place: Place, row: Appointment, at: datetime) -> QueueNumber:
    """Turn an appointment into a number with priority (签到). Raises: Refused."""
    asked = Asked(row.starts_at, row.ends_at, served=True, places=1, taken=0)
    may_check_in(asked, row.state, at, place.norms).raise_if_refused()
    wish = Draw(
        place.lines[row.line_id], f"appointment-{row.id}", Source.APPOINTMENT, Priority.APPOINTMENT,
        user_id=row.user_id, phone=unseal(row.phone_cipher, row.id), kept=True,
    )  # fmt: skip
    with transaction.atomic():
        number = drawn(place, wish, at)
        if not _moved(row, AppointmentState.ARRIVED, at):
            raise Refused("appointment_done", "YC")
        Appointment.objects.filter(region_code=row.region_code, id=row.id).update(number_id=number.id)
    return number


def note_missed(place: Place, at: datetime) -> int:
    """Note who did not come to an appointment that is over (爽约); return how many. Any number of times."""
    rows = Appointment.objects.filter(
        region_code=place.hall.region_code, hall=place.hall, state=AppointmentState.BOOKED, day__lte=_day(at)
    )
    late = [row for row in rows if is_missed(row.ends_at, row.state, at, place.norms)]
    return sum(1 for row in late if _moved(row, AppointmentState.MISSED, at))


def appointment_by(hall: Hall, told: str, day: date) -> Appointment | None:
    """Return the appointment of a hall by its code, or by the telephone that was left, of that day."""
    rows = Appointment.objects.filter(region_code=hall.region_code, hall=hall).select_related("line", "item")
    by_phone = rows.filter(phone_hash=lookup_hash(told), day=day, state=AppointmentState.BOOKED)
    return rows.filter(code=told).first() or by_phone.order_by("starts_at").first()


def appointments_of(regions: Collection[str], user_id: UUID) -> list[Appointment]:
    """Return the appointments of an account, latest first."""
    rows = Appointment.objects.filter(region_code__in=list(regions), user_id=user_id)
    return list(rows.select_related("hall__centre__region", "line", "item").order_by("-starts_at")[:30])


def appointments_on(hall: Hall, day: date) -> list[Appointment]:
    """Return who is expected in a hall on a day."""
    rows = Appointment.objects.filter(region_code=hall.region_code, hall=hall, day=day)
    return list(rows.select_related("line", "item").order_by("starts_at", "booked_at"))


def left_without(shift: WeekendShift) -> int:
    """Return how many appointments of that day nobody could serve if this window did not come."""
    window = shift.hall_window
    others = WeekendShift.objects.filter(day=shift.day).exclude(id=shift.id).values("hall_window")
    alone = [line.id for line in window.lines.all() if not line.hallwindow_set.filter(id__in=others).exists()]
    rows = Appointment.objects.filter(region_code=window.hall.region_code, hall=window.hall_id, day=shift.day)
    return rows.filter(state=AppointmentState.BOOKED, line__in=alone).count()


def _asked(place: Place, slot: AppointmentSlot, day: date, taken: int) -> Asked:
    starts = datetime.combine(day, slot.starts, tzinfo=ZONE)
    ends = datetime.combine(day, slot.ends, tzinfo=ZONE)
    if slot.hall_window_id:
        hours = place.opening.of_window(slot.hall_window_id, day)
        windows, on_duty = 1, int(hours is not None and hours.has(slot.starts))
    else:
        windows, on_duty = len(place.serving.get(slot.line_id, ())), place.on_duty(slot.line_id, starts)
    return Asked(starts, ends, on_duty > 0, capacity(slot.places, windows, on_duty), taken)


def _past(place: Place, wish: Wish, at: datetime) -> Past:
    mine = Q(phone_hash=lookup_hash(wish.phone))
    mine = mine | Q(user_id=wish.user_id) if wish.user_id else mine
    rows = Appointment.objects.filter(mine, region_code=place.hall.region_code, day__gte=_day(at) - timedelta(days=400))
    found = list(rows.values_list("day", "state", "starts_at", "ends_at"))
    norms = place.norms
    missed = [day for day, state, _, ends in found if state == "missed" or is_missed(ends, state, at, norms)]
    starts = [begins for _, state, begins, ends in found if state == "booked" and ends > at]
    return Past(missed, len(starts), starts)


def _take(hall: Hall, wish: Wish, places: int) -> None:
    """Raise the count below the capacity. Raises: Refused."""
    mine = SlotCount.objects.filter(region_code=hall.region_code, slot_id=wish.slot.id, day=wish.day)
    if mine.filter(taken__lt=places).update(taken=F("taken") + 1):
        return
    if not mine.exists():
        try:
            with transaction.atomic():
                fresh = SlotCount(region_code=hall.region_code, slot_id=wish.slot.id, day=wish.day, taken=1)
                fresh.save(force_insert=True)
                return
        except IntegrityError:
            if mine.filter(taken__lt=places).update(taken=F("taken") + 1):
                return
    raise Refused(_FULL, "YC")


def _insert(place: Place, wish: Wish, at: datetime) -> Appointment:
    asked = _asked(place, wish.slot, wish.day, 0)
    row = Appointment(
        id=new_id(), region_code=place.hall.region_code, hall=place.hall, line_id=wish.slot.line_id,
        slot_id=wish.slot.id, item_id=wish.item_id or wish.slot.item_id, day=wish.day, starts_at=asked.starts_at,
        ends_at=asked.ends_at, source=wish.source, code=f"{secrets.randbelow(10**8):08d}", user_id=wish.user_id,
        name=wish.name, phone_hash=lookup_hash(wish.phone), booked_at=at, key=wish.key,
    )  # fmt: skip
    row.phone_cipher = seal(wish.phone, row.id)
    row.save(force_insert=True)
    return row


def _moved(row: Appointment, state: str, at: datetime) -> bool:
    mine = Appointment.objects.filter(region_code=row.region_code, id=row.id, state=AppointmentState.BOOKED)
    if not mine.update(state=state, ended_at=at):
        return False
    row.state, row.ended_at = state, at
    return True


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
