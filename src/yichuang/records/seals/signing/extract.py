"""An extract of the register (登记簿摘录): numbers and digests of papers, signed, for checks without the system."""

from __future__ import annotations

import json
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.x509 import Certificate, load_der_x509_certificate

from yichuang.records.seals.signing.check import Trust
from yichuang.records.seals.signing.keys import Holder
from yichuang.records.seals.signing.suites import INTL, Mark, digest_of, holds, mark_of

FORMAT = "yichuang-register-1"


def extract_of(rows: Mapping[str, str], at: str, holder: Holder) -> bytes:
    """Return an extract of the register, signed with the register's key."""
    mark = mark_of(INTL, FORMAT, _said(rows, at), holder.key, b"")
    told = {
        "format": FORMAT, "at": at, "rows": dict(sorted(rows.items())), "certificate": holder.certificate.hex(),
        "signature": mark.signature,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=0).encode()


def rows_of(content: bytes, trust: Trust) -> dict[str, str] | None:
    """Return number and digest of the papers in an extract, None where it is not of somebody trusted.

    Raises: ValueError, KeyError, TypeError, AttributeError for what is no extract.
    """
    told = json.loads(content)
    rows, certificate = told["rows"], bytes.fromhex(told["certificate"])
    mark = Mark(INTL, digest_of(INTL, _said(rows, told["at"])), told["signature"])
    own = load_der_x509_certificate(certificate)
    roots = [load_der_x509_certificate(root.dump()) for root in trust.roots]
    genuine = told["format"] == FORMAT and holds(mark, FORMAT, certificate, "")
    return {str(no): str(digest) for no, digest in rows.items()} if genuine and _issued(own, roots) else None


def _issued(own: Certificate, roots: list[Certificate]) -> bool:
    for root in roots:
        try:
            own.verify_directly_issued_by(root)
        except (InvalidSignature, ValueError, TypeError):
            continue
        return True
    return False


def _said(rows: Mapping[str, str], at: str) -> bytes:
    return (at + "\n" + json.dumps(dict(sorted(rows.items())), ensure_ascii=False)).encode()
