"""The rows of listed certificates (存量证照入库): holders that nobody knew yet, and the certificates."""

from __future__ import annotations

import secrets
from uuid import UUID

from yichuang.acts.filing.shapes import Row
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import lookup_hash, seal
from yichuang.records.certificates.lists.known import applicants_by_hash, certificates_by_no
from yichuang.records.certificates.models import Certificate
from yichuang.records.ids import new_id
from yichuang.rules.library.identifying import identifier
from yichuang.rules.library.listing import Listed


def rows_of(region: str, listed: list[Listed]) -> tuple[Row, ...]:
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
