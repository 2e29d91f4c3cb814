"""Reads of the library (电子证照库): suspensions, codes for sharing, who looked, what is to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.certificates.models import (
    Certificate,
    CertificateLook,
    CertificateStatus,
    ExpiryNotice,
    Sharing,
    Suspension,
)
from yichuang.records.ids import new_id

_KEPT_SHOWN = 100


def open_suspension(region_code: str, certificate_id: UUID) -> Suspension | None:
    """Return the suspension that stands, or None."""
    rows = Suspension.objects.filter(region_code=region_code, certificate_id=certificate_id, ended_on=None)
    return rows.order_by("id").last()


def suspensions_of(region_code: str, certificate_id: UUID) -> list[Suspension]:
    """Return all suspensions of a certificate, oldest first."""
    return list(Suspension.objects.filter(region_code=region_code, certificate_id=certificate_id).order_by("id"))


def sharing_in(region_code: str, sharing_id: UUID) -> Sharing | None:
    """Return a sharing by its id, or None."""
    return Sharing.objects.filter(region_code=region_code, id=sharing_id).first()


def sharings_of(region_code: str, certificate_id: UUID) -> list[Sharing]:
    """Return the sharings of a certificate, the latest first."""
    rows = Sharing.objects.filter(region_code=region_code, certificate_id=certificate_id)
    return list(rows.order_by("-made_at", "-id")[:_KEPT_SHOWN])


def open_sharings(region_code: str, certificate_id: UUID, at: datetime) -> list[Sharing]:
    """Return the sharings that still open."""
    rows = Sharing.objects.filter(
        region_code=region_code, certificate_id=certificate_id, revoked_at=None, expires_at__gt=at
    )
    return list(rows)


def shared_behind(code: str, regions: Sequence[str]) -> Sharing | None:
    """Return the sharing that a code belongs to, with its certificate, or None. One query."""
    rows = Sharing.objects.filter(region_code__in=regions, code_hash=lookup_hash(code))
    return next(iter(rows.select_related("certificate__issuer")[:1]), None)


def looks_of(certificate: Certificate) -> list[CertificateLook]:
    """Return who looked at a certificate, the latest first."""
    rows = CertificateLook.objects.filter(region_code=certificate.region_code, certificate_id=certificate.id)
    return list(rows.order_by("-at", "-id")[:_KEPT_SHOWN])


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at a certificate, how, what for; by which code if by one (查阅)."""

    way: str
    who: str
    purpose: str
    reader_id: UUID | None = None
    sharing_id: UUID | None = None


def note_look(certificate: Certificate, look: Look, at: datetime) -> None:
    """Write down who looked at a certificate, when, how and what for (证照查阅记录).

    Basis: GRXX-51
    """
    CertificateLook(
        id=new_id(),
        region_code=certificate.region_code,
        certificate_id=certificate.id,
        way=look.way,
        who=look.who[:100],
        purpose=look.purpose[:200],
        at=at,
        reader_id=look.reader_id,
        sharing_id=look.sharing_id,
    ).save(force_insert=True)


def told_of(certificate: Certificate, days: int) -> bool:
    """Say whether the holder was told already that this end is so near."""
    rows = ExpiryNotice.objects.filter(region_code=certificate.region_code, certificate_id=certificate.id, days=days)
    return rows.filter(valid_to=certificate.valid_to).exists()


def unidentified(region_code: str, type_names: Sequence[str], limit: int) -> list[UUID]:
    """Return certificates of these types without an identifier."""
    rows = Certificate.objects.filter(region_code=region_code, identifier="", type_name__in=list(type_names))
    return list(rows.order_by("id").values_list("id", flat=True)[:limit]) if type_names else []


def ending_untold(region_code: str, today: date, steps: Sequence[int], limit: int) -> list[tuple[UUID, int]]:
    """Return certificates that end within one of the steps, and the step that is due, where it was not told yet."""
    found: list[tuple[UUID, int]] = []
    nearer = -1
    for days in steps:
        told = ExpiryNotice.objects.filter(
            region_code=region_code, certificate_id=OuterRef("id"), days=days, valid_to=OuterRef("valid_to")
        )
        rows = Certificate.objects.filter(
            ~Exists(told), region_code=region_code, status=CertificateStatus.VALID,
            valid_to__gt=today + timedelta(days=nearer), valid_to__lte=today + timedelta(days=days),
        )  # fmt: skip
        found += [(row_id, days) for row_id in rows.order_by("valid_to", "id").values_list("id", flat=True)[:limit]]
        nearer = days
    return found[:limit]
