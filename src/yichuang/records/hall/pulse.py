"""The revision of a hall (变动号): raised with every change, compared by the hub of every process."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from yichuang.records.hall.models import Hall, HallPulse


def touch(hall: Hall) -> None:
    """Tell every screen of a hall that something changed. In the transaction of the change."""
    mine = HallPulse.objects.filter(region_code=hall.region_code, hall_id=hall.id)
    if mine.update(revision=F("revision") + 1):
        return
    try:
        with transaction.atomic():
            HallPulse(region_code=hall.region_code, hall_id=hall.id).save(force_insert=True)
    except IntegrityError:  # somebody else was first
        mine.update(revision=F("revision") + 1)


def touch_window(window_id: UUID) -> None:
    """Tell the screens of the hall in which a window stands, if it stands in one, that something changed."""
    hall = Hall.objects.filter(windows__window=window_id).first()
    if hall is not None:
        touch(hall)


def revisions(regions: Collection[str]) -> dict[UUID, int]:
    """Return the revision of every hall. One query."""
    return dict(HallPulse.objects.filter(region_code__in=list(regions)).values_list("hall_id", "revision"))
