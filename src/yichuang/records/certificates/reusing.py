"""免提交: which certificates of somebody can stand for a material, and how those stand now that were used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.records.certificates.access import own_certificates
from yichuang.records.certificates.models import Certificate
from yichuang.rules.library.reusing import may_use, satisfies
from yichuang.rules.officers import Officer

_MOST = 5


def usable(officer: Officer, regions: Sequence[str], holder: str, today: date) -> list[Certificate]:
    """Return the officer's own certificates of this holder that are in force. One query for each region."""
    rows = own_certificates(officer, list(regions)) if holder else []
    return [row for row in rows if row.holder_name == holder and may_use(row.status, row.valid_to, today).allowed]


def fitting(rows: Sequence[Certificate], slot: Mapping[str, Any]) -> list[Certificate]:
    """Return those that are the material."""
    return [row for row in rows if satisfies(slot, row.type_name, code_of(row))][:_MOST]


def code_of(row: Certificate) -> str:
    """Return the type code in a certificate's identifier, or ""."""
    return row.identifier.split(".")[5] if row.identifier else ""


def used(file: Mapping[str, Any]) -> Certificate | None:
    """Return the certificate that an attachment stands for, as it is now, or None. One query."""
    try:
        row_id = UUID(str(file.get("certificate", "")))
    except ValueError:
        return None
    rows = Certificate.objects.filter(region_code=str(file.get("certificate_region", "")), id=row_id)
    return rows.first()
