"""Which log-in stands for which applicant (实名账户), and as which organisations somebody may act (身份)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from yichuang.records.applicants.models import Account, Applicant, ApplicantKind, IdentityKind
from yichuang.records.applicants.vault import lookup_hash, unseal
from yichuang.records.org.authorised import seats_of
from yichuang.records.org.directory import Directory
from yichuang.rules.proxy.capacity import Capacity
from yichuang.rules.proxy.mandate import Mandate


def matching(regions: Iterable[str], identity_kind: str, identity_no: str, phone: str) -> list[Applicant]:
    """Return the applicants with this number and telephone, by keyed hash: one in each region at most."""
    return list(
        Applicant.objects.filter(
            region_code__in=list(regions), identity_kind=identity_kind, identity_hash=lookup_hash(identity_no),
            phone_hash=lookup_hash(phone),
        ).order_by("region_code")
    )  # fmt: skip


def linked(user_id: UUID | None, regions: Iterable[str]) -> list[Applicant]:
    """Return the applicants for whom this log-in stands, persons first. One query."""
    rows = Applicant.objects.filter(region_code__in=list(regions), user=user_id)
    return sorted(rows, key=lambda row: (row.kind != ApplicantKind.PERSON, row.region_code, row.name))


def account_of(region_code: str, applicant_id: UUID) -> Account | None:
    """Return the account of an applicant, or None."""
    return Account.objects.filter(region_code=region_code, applicant_id=applicant_id).first()


def number_of(applicant: Applicant) -> str:
    """Return the credit code of an organisation: it is public. Raises ValueError for a person."""
    if applicant.kind != ApplicantKind.ORGANISATION:
        raise ValueError("a person's number is nobody's business")
    return unseal(applicant.identity_cipher, applicant.id)


def registered_name(uscc: str, regions: Iterable[str]) -> str:
    """Return the name under which an organisation is registered, "" where no region knows its code. One query."""
    rows = Applicant.objects.filter(
        region_code__in=list(regions), identity_kind=IdentityKind.USCC, identity_hash=lookup_hash(uscc)
    )
    return rows.order_by("-id").values_list("name", flat=True).first() or ""


def capacities(user_id: UUID | None, directory: Directory, today: date) -> list[Capacity]:
    """Return as which organisations somebody may act today, his own first. Two queries, a third where there are any."""
    if user_id is None:
        return []
    rows = [row for row in linked(user_id, directory.centres) if row.kind == ApplicantKind.ORGANISATION]
    found = {(uscc := number_of(row)): Capacity(uscc, row.name, legal_person=row.legal_person) for row in rows}
    for seat in seats_of(user_id, today):
        mandate = Mandate(frozenset(seat.scope), seat.starts_on, seat.ends_on)
        named = Capacity(seat.uscc, seat.organisation, mandate=mandate, legal_person=seat.legal_person)
        found.setdefault(seat.uscc, named)
    records = _records(found, directory) if found else {}
    return [replace(one, applicants=frozenset(records.get(one.uscc, ()))) for one in found.values()]


def capacity(user_id: UUID | None, uscc: str, directory: Directory, today: date) -> Capacity | None:
    """Return the capacity that was chosen, None where it does not hold today."""
    return next((one for one in capacities(user_id, directory, today) if one.uscc == uscc), None)


def _records(codes: Iterable[str], directory: Directory) -> dict[str, set[UUID]]:
    """Return the applicant records of organisations in all regions, by credit code. One query."""
    hashes = {lookup_hash(uscc): uscc for uscc in codes}
    rows = Applicant.objects.filter(
        region_code__in=list(directory.centres), identity_kind=IdentityKind.USCC, identity_hash__in=list(hashes)
    )
    ids: dict[str, set[UUID]] = {}
    for row in rows.only("id", "region_code", "identity_hash"):
        ids.setdefault(hashes[row.identity_hash], set()).add(row.id)
    return ids
