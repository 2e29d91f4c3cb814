"""Who may read an applicant's numbers: masked for whoever sees the case, in full only with a purpose on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import GIVEN, open_values, unseal
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import ReadLog
from yichuang.rules import masking
from yichuang.rules.officers import Officer
from yichuang.rules.verdict import Refused

FIELDS: Mapping[str, str] = MappingProxyType({"identity": "证件号码", "phone": "手机", "address": "地址"})
_MASKS = {
    "identity": masking.mask_identity_number,
    "phone": masking.mask_phone,
    "address": masking.mask_address,
}
_AS_REGISTERED: Mapping[str, str] = MappingProxyType({})
_SHORTEST_PURPOSE = 4  # characters: enough to say why


@dataclass(frozen=True, slots=True)
class Contact:
    """An applicant as a case page shows it: names in full, numbers masked (脱敏)."""

    id: UUID
    kind: str
    name: str
    identity_kind: str
    legal_person: str
    identity: str
    phone: str
    address: str


def applicant_of(region_code: str, applicant_id: UUID) -> Applicant:
    """Return the applicant's row; its numbers stay sealed. Raises Applicant.DoesNotExist."""
    return Applicant.objects.get(region_code=region_code, id=applicant_id)


def given_in(form: Mapping[str, Any], case_id: UUID) -> Mapping[str, str]:
    """Return telephone and address as told in an application, {} where the register has what was told in it."""
    told: Mapping[str, str] = open_values(form, case_id).get(GIVEN, {})
    return told


def contact(applicant: Applicant, given: Mapping[str, str] = _AS_REGISTERED) -> Contact:
    """Return what everybody who sees the case may see of its applicant; `given` in this application comes first.

    Basis: GRXX-6.1, GRXX-51
    """
    shown = {name: _MASKS[name](_plain(applicant, name, given)) for name in FIELDS}
    return Contact(
        applicant.id,
        applicant.kind,
        applicant.name,
        applicant.get_identity_kind_display(),
        applicant.legal_person,
        **shown,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """Which number is to be read in full, what for, and on occasion of which case (查阅)."""

    field: str
    purpose: str
    case_id: UUID | None = None


def reveal(
    applicant: Applicant, wish: Reading, officer: Officer, at: datetime, given: Mapping[str, str] = _AS_REGISTERED
) -> str:
    """Return a number in full and write down who read it, when and what for (查阅留痕).

    Raises: Refused for an unknown field, an officer without a post, or a purpose that says nothing.
    Basis: GRXX-6.1, GRXX-51
    """
    if wish.field not in FIELDS:
        raise Refused("reveal_unknown", "GRXX-6")
    if officer.user_id is None or not any(g.region_code == applicant.region_code for g in officer.grants):
        raise Refused("not_yours", "GRXX-51", {"verb": "查阅完整信息"})
    if len(wish.purpose.strip()) < _SHORTEST_PURPOSE:
        raise Refused("purpose_missing", "GRXX-6.1")
    note_reading((applicant.region_code, applicant.id), wish, officer.user_id, at)
    return _plain(applicant, wish.field, given)


def note_reading(whose: tuple[str, UUID], wish: Reading, reader_id: UUID, at: datetime) -> None:
    """Write down who read or copied what of an applicant's, when and what for (查阅记录).

    Basis: GRXX-51, S0h-二(三)3
    """
    region_code, applicant_id = whose
    ReadLog(
        id=new_id(),
        region_code=region_code,
        applicant_id=applicant_id,
        case_id=wish.case_id,
        reader_id=reader_id,
        field=wish.field,
        purpose=wish.purpose.strip()[:200],
        at=at,
    ).save(force_insert=True)


def own_address(applicant: Applicant, given: Mapping[str, str] = _AS_REGISTERED) -> str:
    """Return an applicant's address for his own use: as told in this application, else as registered."""
    return _plain(applicant, "address", given)


def _plain(applicant: Applicant, field: str, given: Mapping[str, str]) -> str:
    if given.get(field):  # what was left empty is as registered
        return given[field]
    return unseal(getattr(applicant, f"{field}_cipher"), applicant.id)
