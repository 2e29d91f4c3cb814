"""What a list is compared with: types, issuers, certificates and applicants that are on record already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from yichuang.records.applicants.models import Applicant
from yichuang.records.certificates.models import Certificate, CertificateImport
from yichuang.records.certificates.types import types_of
from yichuang.records.org.directory import Directory
from yichuang.rules.library.listing import Known


def known_here(region_code: str, directory: Directory, today: date, *, since_1904: bool = False) -> Known:
    """Return types by name and code, and departments by name and short name."""
    types = {}
    for kind in types_of(region_code, directory).values():
        if kind.open:
            types[kind.name] = types[kind.code] = (kind.name, kind.code, kind.holder_kind)
    issuers: dict[str, tuple[UUID, str]] = {}
    for row in directory.departments.values():
        if row.centre.region.code == region_code:
            issuers[row.short_name] = issuers[row.name] = (row.id, row.uscc or region_code)
    return Known(types, issuers, today, since_1904)


def imported_before(region_code: str, digest: str) -> CertificateImport | None:
    """Return the import of the same file, or None."""
    return CertificateImport.objects.filter(region_code=region_code, file_digest=digest).first()


def certificates_by_no(region_code: str, numbers: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return type and holder of the certificates that carry these numbers. One query."""
    rows = Certificate.objects.filter(region_code=region_code, no__in=list(numbers))
    return {no: (kind, holder) for no, kind, holder in rows.values_list("no", "type_name", "holder_name")}


def applicants_by_hash(region_code: str, hashes: Iterable[str]) -> dict[tuple[str, str], UUID]:
    """Return the applicants with these keyed hashes, by kind and hash. One query."""
    rows = Applicant.objects.filter(region_code=region_code, identity_hash__in=list(hashes))
    found = rows.values_list("identity_kind", "identity_hash", "id")
    return {(kind, hashed): row_id for kind, hashed, row_id in found}


def imports_of(region_code: str, most: int = 20) -> list[CertificateImport]:
    """Return the latest imports of a region."""
    return list(CertificateImport.objects.filter(region_code=region_code).order_by("-id")[:most])
