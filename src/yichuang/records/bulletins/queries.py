"""Reads of bulletins: one, the list, those that were published."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid5

from django.db.models import QuerySet

from yichuang.records.bulletins.models import Bulletin, BulletinState
from yichuang.rules.statistics.periods import Period

_SPACE = UUID("5b0b6f44-1d1c-5a0e-9c0e-8a0f6f6a3c11")


def id_of(region_code: str, period: Period, corrects: UUID | None = None) -> UUID:
    """Return the id of a bulletin: there is one on a period, and one that corrects another."""
    return uuid5(_SPACE, f"{region_code}:{period.kind}:{period.first.isoformat()}:{corrects or ''}")


def bulletin_in(region_codes: Collection[str], bulletin_id: UUID) -> Bulletin | None:
    """Return one bulletin of the regions."""
    return Bulletin.objects.filter(region_code__in=list(region_codes), id=bulletin_id).first()


def bulletins(region_code: str, *, signed: bool = False) -> QuerySet[Bulletin]:
    """Return the bulletins of a centre, drafts before the others, the newest first."""
    rows = Bulletin.objects.filter(region_code=region_code)
    rows = rows.filter(state=BulletinState.SIGNED) if signed else rows
    return rows.order_by("state", "-last", "-on", "-id")


def known(region_code: str, ids: Collection[UUID]) -> set[UUID]:
    """Return which of these are there already."""
    return set(Bulletin.objects.filter(region_code=region_code, id__in=list(ids)).values_list("id", flat=True))


def correction_of(row: Bulletin) -> Bulletin | None:
    """Return the bulletin that corrects this one."""
    return Bulletin.objects.filter(region_code=row.region_code, id=id_of(row.region_code, row.period, row.id)).first()


def corrections(region_code: str, rows: Collection[Bulletin]) -> dict[UUID, Bulletin]:
    """Return the signed corrections of bulletins by what they correct. One query."""
    found = Bulletin.objects.filter(
        region_code=region_code, state=BulletinState.SIGNED, corrects_id__in=[row.id for row in rows]
    )
    return {row.corrects_id: row for row in found if row.corrects_id}


def unmade(region_code: str) -> list[UUID]:
    """Return the signed bulletins that have no bytes yet, the oldest first. One query."""
    rows = Bulletin.objects.filter(region_code=region_code, state=BulletinState.SIGNED, fields__file__isnull=True)
    return list(rows.order_by("on", "id").values_list("id", flat=True)[:20])


def sealed_with(region_code: str, seal_no: str) -> list[Bulletin]:
    """Return the bulletins that bear a seal, the newest first."""
    rows = Bulletin.objects.filter(region_code=region_code, fields__file__seal=seal_no).select_related("signed_by")
    return list(rows.order_by("-on", "-id")[:50])


def told_since(region_code: str, since: date) -> list[Bulletin]:
    """Return the bulletins signed since a day, the newest first."""
    rows = Bulletin.objects.filter(region_code=region_code, state=BulletinState.SIGNED, on__gte=since)
    return list(rows.order_by("-on", "-id")[:50])
