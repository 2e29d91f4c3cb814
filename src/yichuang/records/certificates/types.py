"""证照类型目录: the types of a region, remembered with the directory: they change as rarely as the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from yichuang.records.certificates.models import CertificateType
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department
from yichuang.rules.library.identifying import identifier


def types_of(region_code: str, directory: Directory) -> Mapping[str, CertificateType]:
    """Return the types of a region by name, also closed ones. One query for each facts version of a process."""
    key = ("certificate types", region_code)
    if key not in directory.memory:
        rows = CertificateType.objects.filter(region_code=region_code).order_by("code")
        directory.memory[key] = {row.name: row for row in rows}
    found: Mapping[str, CertificateType] = directory.memory[key]
    return found


def type_in(region_code: str, type_id: UUID) -> CertificateType | None:
    """Return a type by its id, or None."""
    return CertificateType.objects.filter(region_code=region_code, id=type_id).first()


def identifier_for(type_name: str, department: Department, row_id: UUID, directory: Directory) -> str:
    """Return the identifier of a certificate of this type, "" where the catalogue has none of this name."""
    region = department.centre.region.code
    kind = types_of(region, directory).get(type_name)
    return identifier(kind.code, department.uscc or region, row_id) if kind else ""


def trust_of(type_name: str, region_code: str, directory: Directory) -> str:
    """Return the trust level of certificates of this type; A where nothing else was said: the agency issued it."""
    kind = types_of(region_code, directory).get(type_name)
    return kind.trust if kind else "A"
