"""Checking a sealed paper (验章): what it is worth, from its bytes and a trust list alone.

Stricter than a PDF reader: nothing may stand behind the last signature, nothing but the signature in its gap, one
sealing signature that allows no change, a time-stamp, and after it at most one more over all of it. The library comes
with the first paper: a web process that checks none does without its 47 MB.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from asn1crypto import crl, pem, x509
from asn1crypto.parser import peek

from yichuang.records.seals.signing.authority import TEST

_HEX = frozenset(b"0123456789ABCDEF")
LARGEST = 64 * 1024 * 1024  # a paper of ours is a thousandth of it
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom a verifier believes: roots, and lists of revoked certificates."""

    roots: tuple[x509.Certificate, ...] = ()
    lists: tuple[crl.CertificateList, ...] = ()

    @classmethod
    def from_pem(cls, content: bytes) -> Trust:
        """Return what a trust file holds.  Raises: ValueError."""
        roots, lists = [], []
        for kind, _, der in pem.unarmor(content, multiple=True):
            if kind == "CERTIFICATE":
                roots.append(x509.Certificate.load(der))
            elif kind == "X509 CRL":
                lists.append(crl.CertificateList.load(der))
        return cls(tuple(roots), tuple(lists))


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `fault` is "" when the paper is as it was sealed."""

    fault: str = ""
    sealed: bool = False
    signer: str = ""
    at: datetime | None = None
    test: bool = False
    archival: bool = False
    digest: str = ""
    serial: str = ""
    more: str = field(default="", compare=False)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.fault


class _Wrong(Exception):
    """What is wrong, as a word."""


def check_pdf(content: bytes, trust: Trust) -> Checked:
    """Return what a PDF is worth. Never raises for what is in the file."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    found = Checked(digest=sha256(content).hexdigest())
    if len(content) > LARGEST:
        return replace(found, fault="too_long")
    try:
        reader = PdfFileReader(BytesIO(content), strict=True)
        signatures = list(reader.embedded_signatures)
    except Exception as fault:  # a hostile file may break a parser in any way
        return replace(found, fault="unreadable", more=str(fault))
    if not signatures:
        return replace(found, fault="not_sealed")
    found = replace(found, sealed=True)
    try:
        return _judged(found, content, signatures, trust)
    except _Wrong as wrong:
        return replace(found, fault=str(wrong), more=str(wrong.__cause__ or ""))
    except Exception as fault:
        return replace(found, fault="broken", more=repr(fault))


def _judged(found: Checked, content: bytes, signatures: list[Any], trust: Trust) -> Checked:
    from pyhanko.sign.fields import MDPPerm

    from yichuang.records.seals.signing.revisions import only_stamped

    seal, *later = signatures
    _layout(content, signatures)
    if seal.sig_object_type != "/Sig" or seal.docmdp_level is not MDPPerm.NO_CHANGES:
        raise _Wrong("not_final")
    if len(later) > 1 or any(one.sig_object_type != "/DocTimeStamp" for one in later):
        raise _Wrong("signed_again")
    if later and not only_stamped(seal, later[0]):
        raise _Wrong("changed")
    if _stamps_time(seal.signer_cert):
        raise _Wrong("not_final")
    at = _time_of(seal)
    named = replace(
        found,
        signer=_name_of(seal.signer_cert.subject.native),
        at=at,
        test=TEST in str(seal.signer_cert.issuer.native),
        archival=bool(later),
        serial=f"{seal.signer_cert.serial_number:x}",
    )
    return replace(named, **_valid(seal, later, at, trust))


def _stamps_time(certificate: x509.Certificate) -> bool:
    """Say whether a certificate is one for giving the time: no seal is made with it."""
    told = certificate.extended_key_usage_value
    return told is not None and "time_stamping" in told.native


def _layout(content: bytes, signatures: list[Any]) -> None:
    """Each signature covers all but its own gap, and the last one the whole file; the gap holds it and zeros."""
    for signature in signatures:
        first, length, after, rest = (int(number) for number in signature.byte_range)
        gap = content[length:after]
        if first or not 0 < length < after or gap[:1] + gap[-1:] != b"<>" or not _HEX.issuperset(gap[1:-1]):
            raise _Wrong("layout")
        _canonical(gap[1:-1])
        end = after + rest
    if end != len(content):
        raise _Wrong("junk" if end < len(content) else "cut")


def _canonical(gap: bytes) -> None:
    """Only zeros follow the signature."""
    held = bytes.fromhex(gap.decode("ascii"))
    size = int(peek(held))
    if any(held[size:]):
        raise _Wrong("gap")


def _time_of(seal: Any) -> datetime:
    """Return the time that the time-stamp on the seal's signature gives."""
    attributes = seal.signer_info["unsigned_attrs"]
    tokens = [one["values"] for one in attributes if one["type"].native == "signature_time_stamp_token"]
    if len(tokens) != 1 or len(tokens[0]) != 1:
        raise _Wrong("no_time")
    at: datetime = tokens[0][0]["content"]["encap_content_info"]["content"].parsed["gen_time"].native
    return at


def _name_of(subject: Any) -> str:
    """Return whose certificate it is: the common name, in full where it was cut."""
    common, full = str(subject.get("common_name", "")), str(subject.get("organization_name", ""))
    return full if full.startswith(common) else common


def _valid(seal: Any, later: list[Any], at: datetime, trust: Trust) -> dict[str, Any]:
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
    from pyhanko_certvalidator import ValidationContext

    lists = [*trust.lists, *_embedded(seal.reader)]

    def context() -> ValidationContext:
        return ValidationContext(
            trust_roots=list(trust.roots), crls=lists, moment=at, allow_fetching=False,
            revocation_mode="hard-fail" if lists else "soft-fail", retroactive_revinfo=True,
        )  # fmt: skip

    status = validate_pdf_signature(seal, context(), context())
    fault = _unchanged(status) or ("" if trust.roots else "no_trust") or _trusted(status)
    stamps = [validate_pdf_timestamp(one, context()) for one in later] if not fault else []
    if not all(one.intact and one.valid and one.trusted for one in stamps):
        fault = "time_broken"
    return {"fault": fault}


def _unchanged(status: Any) -> str:
    """Return what is wrong with the bytes, or ""."""
    from pyhanko.sign.diff_analysis import ModificationLevel

    kept = status.modification_level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES)
    if not (status.intact and status.valid and kept and status.docmdp_ok):
        return "changed"
    stamp = status.timestamp_validity
    return "" if stamp is not None and stamp.intact and stamp.valid else "time_broken"


def _trusted(status: Any) -> str:
    """Return what is wrong with who signed, or ""."""
    if status.trusted:
        return "" if status.timestamp_validity.trusted else "time_untrusted"
    words = str(status.trust_problem_indic or "")
    if "REVOKED" in words:
        return "revoked"
    return "expired" if "EXPIRED" in words or "BOUNDS" in words else "untrusted"


def _embedded(reader: Any) -> Iterator[crl.CertificateList]:
    """Yield the revocation lists in the file (DSS)."""
    if "/DSS" in reader.root and "/CRLs" in reader.root["/DSS"]:
        for one in reader.root["/DSS"]["/CRLs"]:
            yield crl.CertificateList.load(one.get_object().data)
