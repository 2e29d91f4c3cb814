"""Whose a queue number is (排队号的主人): known by the appointment or the account it was drawn with, else nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yichuang.records.applicants.models import Applicant, ApplicantKind
from yichuang.records.applicants.vault import unseal
from yichuang.records.hall.models import Appointment, QueueNumber
from yichuang.records.hall.place import Place
from yichuang.records.hall.queries import Queue, queues


@dataclass(frozen=True, slots=True)
class Whose:
    """Who comes to the window: what he told when he booked or logged in; "" where it isn't known."""

    name: str = ""
    phone: str = ""
    identity_kind: str = ""
    identity_no: str = ""
    address: str = ""
    item_id: UUID | None = None
    item_code: str = ""


def whose(row: QueueNumber) -> Whose:
    """Return who a number is for. Two queries."""
    booked = Appointment.objects.filter(region_code=row.region_code, number_id=row.id).select_related("item").first()
    person = _person(row.region_code, row.user_id or (booked.user_id if booked else None))
    told = {"phone": unseal(row.phone_cipher, row.id)}
    if booked is not None:
        told |= {"name": booked.name, "phone": unseal(booked.phone_cipher, booked.id)}
    if person is not None:
        told |= {
            "name": person.name, "identity_kind": person.identity_kind,
            "identity_no": unseal(person.identity_cipher, person.id),
            "address": unseal(person.address_cipher, person.id),
            "phone": told["phone"] or unseal(person.phone_cipher, person.id),
        }  # fmt: skip
    item = booked.item if booked else None
    return Whose(**told, item_id=item.id if item else None, item_code=item.code if item else "")


def phone_of(region_code: str, user_id: UUID | None) -> str:
    """Return the telephone that an account has on record, "" for none. One query."""
    person = _person(region_code, user_id)
    return unseal(person.phone_cipher, person.id) if person else ""


def near(place: Place, day: date, ahead: int) -> Mapping[UUID, tuple[QueueNumber, str, int, int]]:
    """Return who is to be told that his turn comes near: number, telephone, how many are ahead, minutes."""
    waiting = QueueNumber.objects.filter(
        region_code=place.hall.region_code, hall=place.hall, day=day, state="waiting", reminded_at=None
    ).exclude(phone_cipher="")
    rows = {row.id: row for row in waiting}
    found: dict[UUID, tuple[QueueNumber, str, int, int]] = {}
    for queue in queues(place, day).values() if rows else ():
        for key, before, minutes in _first(queue, ahead):
            if key in rows:
                found[key] = rows[key], unseal(rows[key].phone_cipher, key), before, minutes
    return found


def reminded(row: QueueNumber, at: datetime) -> bool:
    """Note that somebody was told, once; say whether it was now."""
    mine = QueueNumber.objects.filter(region_code=row.region_code, id=row.id, reminded_at=None)
    return bool(mine.update(reminded_at=at))


def _first(queue: Queue, ahead: int) -> list[tuple[UUID, int, int]]:
    return [
        (key, one.ahead, one.minutes) for key, one in zip(queue.order, queue.each, strict=True) if one.ahead <= ahead
    ]


def _person(region_code: str, user_id: UUID | None) -> Applicant | None:
    if user_id is None:
        return None
    rows = Applicant.objects.filter(region_code=region_code, user=user_id, kind=ApplicantKind.PERSON)
    return rows.first()
