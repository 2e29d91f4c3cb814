"""Reads of certificates: those of a case, and the one behind a verification code (核验)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from yichuang.records.certificates.models import Certificate


def certificates_of(region_code: str, case_id: UUID) -> list[Certificate]:
    """Return the certificates of a case. One query."""
    rows = Certificate.objects.filter(region_code=region_code, case_id=case_id)
    return list(rows.select_related("issuer").order_by("issued_on", "id"))


def certificate_behind(token: str, regions: Sequence[str]) -> Certificate | None:
    """Return the certificate that carries this verification code, or None."""
    rows = Certificate.objects.filter(region_code__in=regions, verify_token=token)
    return rows.select_related("issuer").first()
