"""存量证照导入: a list of old certificates is put on record, all or nothing; the same list twice changes nothing."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Filed, Filing, Place, Row
from yichuang.acts.library.reading_list import CHUNK, Preview
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import lookup_hash, seal
from yichuang.records.certificates.lists.known import applicants_by_hash, certificates_by_no, imported_before
from yichuang.records.certificates.models import IMPORT, Certificate, CertificateImport
from yichuang.records.ids import new_id
from yichuang.rules import permissions
from yichuang.rules.library.identifying import identifier
from yichuang.rules.library.listing import Listed
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ListImport:
    """Which list, read and judged before, into which region."""

    region_code: str
    file_name: str
    read: Preview


def import_list(wish: ListImport, ctx: Context) -> Filed:
    """Put the certificates of a list on record, in one transaction. What is on record already stays as it is.

    Raises: Refused (faults in the list, imported before, nothing in it, not allowed), Conflict.
    Basis: ZXZW-10, ZXZW-11
    """
    judged(wish, ctx)
    place = Place(CertificateImport, IMPORT, wish.region_code, new_id())
    head = {
        "file_name": wish.file_name[:200], "file_digest": wish.read.digest, "rows": wish.read.fresh,
        "known": wish.read.known, "imported_on": ctx.today,
    }  # fmt: skip
    grant = permissions.grant_for("certificate.imported", ctx.officer, _place(wish))
    filed: Filed | None = None
    with transaction.atomic():
        for number, chunk in enumerate(wish.read.spool.chunks(CHUNK)):
            rows = _rows(wish.region_code, [row for _, row in chunk])
            if filed is not None:
                place = place._replace(version=filed.seq, seq=filed.seq, prev_hash=filed.hash)
            filing = Filing(
                place=place,
                verb="certificate.imported",
                set=head if filed is None else {},
                add=rows,
                facts={"part": number},
                answer={"import": str(place.id)},
                post_id=grant.post_id if grant else None,
                create=filed is None,
            )
            filed = file(filing, replace(ctx, key=f"import:{wish.read.digest[:48]}:{number}"))
    assert filed is not None
    return filed


def judged(wish: ListImport, ctx: Context) -> None:
    """Refuse a list that may not or need not be imported. Raises: Refused."""
    permissions.may("certificate.imported", ctx.officer, _place(wish)).raise_if_refused()
    before = imported_before(wish.region_code, wish.read.digest)
    if before is not None:
        raise Refused("import_known", "ZXZW-10", {"on": before.imported_on, "rows": before.rows})
    if wish.read.fault_count:
        raise Refused("import_faulty", "ZXZW-10", {"faults": wish.read.fault_count})
    if not wish.read.rows:
        raise Refused("import_empty", "ZXZW-10")
    if not wish.read.fresh:
        raise Refused("import_all_known", "ZXZW-10", {"rows": wish.read.rows})


def _rows(region: str, listed: list[Listed]) -> tuple[Row, ...]:
    """Return the rows of one part: holders that nobody knew yet, and the certificates."""
    there = certificates_by_no(region, (row.no for row in listed))
    fresh = [(row, lookup_hash(row.identity_no)) for row in listed if row.no not in there]
    holders, people = applicants_by_hash(region, {hashed for _, hashed in fresh}), []
    certificates = []
    for row, hashed in fresh:
        key = (row.identity_kind, hashed)
        if key not in holders:
            holders[key] = new_id()
            people.append(Row(Applicant, _holder(region, holders[key], row, hashed)))
        certificates.append(Row(Certificate, _certificate(region, holders[key], row)))
    return (*people, *certificates)


def _holder(region: str, row_id: UUID, row: Listed, hashed: str) -> dict[str, object]:
    return {
        "id": row_id, "region_code": region, "kind": row.holder_kind, "name": row.holder,
        "identity_kind": row.identity_kind, "identity_cipher": seal(row.identity_no, row_id),
        "identity_hash": hashed, "phone_cipher": seal(row.phone, row_id), "phone_hash": lookup_hash(row.phone),
        "address_cipher": "", "legal_person": "", "user_id": None,
    }  # fmt: skip


def _certificate(region: str, holder_id: UUID, row: Listed) -> dict[str, object]:
    row_id = new_id()
    return {
        "id": row_id, "region_code": region, "case_id": None, "document_id": None, "type_name": row.type_name,
        "no": row.no, "identifier": identifier(row.type_code, row.issuer_code, row_id), "holder_id": holder_id,
        "holder_name": row.holder, "issuer_id": row.issuer_id, "issued_on": row.issued_on,
        "valid_to": row.valid_to, "status": row.status, "verify_token": secrets.token_hex(16), "renews_id": None,
        "deemed_on": None, "changes": "", "version": 0, "ledger_seq": 0, "ledger_hash": "",
    }  # fmt: skip


def _place(wish: ListImport) -> CasePlace:
    return CasePlace(wish.region_code, UUID(int=0))
