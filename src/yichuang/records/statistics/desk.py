"""Desk-keeping of statistics (台账、订阅): plain rows, no ledger; a line that was wrong is struck out, not deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from yichuang.records.ids import new_id
from yichuang.records.statistics.models import Mailing, MailingState, RegisterNote, Subscription
from yichuang.rules.statistics.periods import Period

_SPACE = UUID("2f7ac1de-6a0e-5a41-93d3-7d2b1c8f5e10")


@dataclass(frozen=True, slots=True)
class NewNote:
    """A line for a register."""

    kind: str
    on: date
    number: int
    words: str = ""


def note(region_code: str, line: NewNote, user_id: UUID | None, at: datetime, key: str) -> bool:
    """Write a line once, however often it is sent; say whether it was new."""
    row_id = uuid5(_SPACE, f"{region_code}:{key}")
    rows = RegisterNote.objects.filter(region_code=region_code)
    if rows.filter(id=row_id).exists():
        return False
    row = RegisterNote(
        id=row_id, region_code=region_code, kind=line.kind, on=line.on, number=line.number, words=line.words,
        noted_by_id=user_id, noted_at=at,
    )  # fmt: skip
    RegisterNote.objects.bulk_create([row], ignore_conflicts=True)
    return True


def strike(region_code: str, row_id: UUID, at: datetime) -> bool:
    """Strike a line out; say whether there was one."""
    rows = RegisterNote.objects.filter(region_code=region_code, id=row_id, struck_at=None).exclude(noted_by=None)
    return bool(rows.update(struck_at=at))


def notes(region_code: str, period: Period, limit: int) -> list[Any]:
    """Return what was written into the registers by hand in a period, newest first."""
    rows = RegisterNote.objects.filter(region_code=region_code, on__range=(period.first, period.last))
    return list(rows.select_related("noted_by").order_by("-on", "-noted_at")[:limit])


def subscribe(region_code: str, to: tuple[str, str], period: str, since: date, user_id: UUID | None) -> None:
    """Send the numbers of each period that ends from a day on to an address."""
    email, name = to
    rows = Subscription.objects.filter(region_code=region_code, email=email, period=period, ended_at=None)
    if not rows.exists():
        Subscription.objects.create(
            id=new_id(), region_code=region_code, email=email, name=name, period=period, since=since,
            made_by_id=user_id,
        )  # fmt: skip


def unsubscribe(region_code: str, row_id: UUID, at: datetime) -> bool:
    """End a subscription; say whether there was one."""
    rows = Subscription.objects.filter(region_code=region_code, id=row_id, ended_at=None)
    return bool(rows.update(ended_at=at))


def subscriptions(region_code: str) -> list[Any]:
    """Return who is sent the numbers."""
    rows = Subscription.objects.filter(region_code=region_code, ended_at=None)
    return list(rows.select_related("made_by").order_by("email", "period"))


def mailings(region_code: str, limit: int) -> list[Any]:
    """Return what was sent last."""
    rows = Mailing.objects.filter(region_code=region_code, subscription__region_code=region_code)
    return list(rows.select_related("subscription").order_by("-at")[:limit])


def claimed_mailing(row: Subscription, period: Period, at: datetime) -> Mailing | None:
    """Return the mailing of a period if it is this run's: nobody else may send it from now on."""
    rows = Mailing.objects.filter(region_code=row.region_code, subscription_id=row.id, first=period.first)
    if rows.filter(state=MailingState.FAILED).update(state=MailingState.SENDING, at=at, fault=""):
        return rows.get()
    claimed = Mailing(
        id=new_id(), region_code=row.region_code, subscription_id=row.id, first=period.first,
        state=MailingState.SENDING, at=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            claimed.save(force_insert=True)
    except IntegrityError:
        return None
    return claimed


def noted_mailing(mailing: Mailing, state: MailingState, fault: str = "") -> None:
    """Keep how a mailing ended."""
    Mailing.objects.filter(region_code=mailing.region_code, id=mailing.id).update(state=state, fault=fault)
