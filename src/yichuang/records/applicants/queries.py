"""Finding applicants without reading their numbers."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from yichuang.records.applicants.models import Applicant, ApplicantKind, Ban, IdentityKind
from yichuang.records.applicants.vault import lookup_hash, unseal


def find_applicant(region_code: str, identity_kind: str, identity_no: str) -> Applicant | None:
    """Return the applicant of a region with that identity number, by keyed hash."""
    return Applicant.objects.filter(
        region_code=region_code, identity_kind=identity_kind, identity_hash=lookup_hash(identity_no)
    ).first()


def identity_ends_with(region_code: str, applicant_id: UUID, last_six: str) -> bool:
    """Say whether the applicant's identity number ends with these six characters (查询核验)."""
    row = Applicant.objects.filter(region_code=region_code, id=applicant_id).first()
    if row is None or len(last_six) != 6:
        return False
    return unseal(row.identity_cipher, row.id).upper().endswith(last_six.upper())


def bans_on(region_code: str, numbers: Iterable[tuple[str, str]], domain: str) -> list[Ban]:
    """Return the bans on the holder of these numbers for one licence, by keyed hash. One query."""
    who = [Q(identity_kind=kind, identity_hash=lookup_hash(number)) for kind, number in numbers]
    return list(Ban.objects.filter(reduce(or_, who), region_code=region_code, domain=domain))


def login_of(region_code: str, name: str, identity_no: str) -> UUID | None:
    """Return the log-in that stands for the person of that name and number (实名关联), None without one."""
    row = find_applicant(region_code, IdentityKind.ID_CARD.value, identity_no)
    return row.user_id if row is not None and row.name == name else None


def has_number(region_code: str, applicant_id: UUID, identity_no: str) -> bool:
    """Say whether that is the applicant's own number."""
    rows = Applicant.objects.filter(region_code=region_code, id=applicant_id)
    return rows.filter(identity_hash=lookup_hash(identity_no)).exists()


def linked_hashes(region_code: str, user_id: UUID) -> set[str]:
    """Return the keyed hashes of the persons that a log-in stands for (实名关联). One query."""
    rows = Applicant.objects.filter(region_code=region_code, user=user_id, kind=ApplicantKind.PERSON)
    return set(rows.values_list("identity_hash", flat=True))
