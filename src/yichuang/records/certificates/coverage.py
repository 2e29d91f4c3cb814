"""Reads of how far the library goes (电子证照覆盖): by type, what was issued in a period and what is valid."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from yichuang.records.certificates.models import Certificate, CertificateStatus
from yichuang.rules.library.coverage import Covered

_ELECTRONIC = ~Q(identifier="") & Q(document_id__isnull=False)  # an identifier and a sealed file


def covered(region_code: str, since: date, until: date, listed: Collection[str]) -> tuple[Covered, ...]:
    """Return one line for each type that was ever issued or is in the catalogue of types. One query."""
    lately, valid = Q(issued_on__range=(since, until)), Q(status=CertificateStatus.VALID)
    rows = Certificate.objects.filter(region_code=region_code).values("type_name")
    counted = rows.annotate(
        issued=Count("id", lately), issued_electronic=Count("id", lately & _ELECTRONIC),
        valid=Count("id", valid), valid_electronic=Count("id", valid & _ELECTRONIC),
    )  # fmt: skip
    found = {
        row["type_name"]: Covered(
            row["type_name"], row["type_name"] in listed, row["issued"], row["issued_electronic"], row["valid"],
            row["valid_electronic"],
        )
        for row in counted
    }  # fmt: skip
    unused = {name: Covered(name, listed=True) for name in listed if name not in found}
    return tuple(sorted((found | unused).values(), key=lambda row: (-row.valid, row.name)))
