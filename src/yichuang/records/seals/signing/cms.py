"""CMS signatures (RFC 5652, CAdES): built from DER directly, because papers are sealed by the dozen a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from asn1crypto import x509

from yichuang.records.seals.signing import der
from yichuang.records.seals.signing.keys import Key

SHA256 = der.sequence(der.oid("2.16.840.1.101.3.4.2.1"))
PLAIN = "1.2.840.113549.1.7.1"  # id-data: the content is the file around the signature
TIME = "1.2.840.113549.1.9.16.1.4"  # id-ct-TSTInfo
_REST = 1536  # attributes, names and the signature itself, also one of RSA
_SIGNED = der.oid("1.2.840.113549.1.7.2")
_CONTENT_TYPE, _DIGEST = der.oid("1.2.840.113549.1.9.3"), der.oid("1.2.840.113549.1.9.4")
_SIGNER_V2 = der.oid("1.2.840.113549.1.9.16.2.47")
_TIME_STAMP = der.oid("1.2.840.113549.1.9.16.2.14")


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: a key, its certificate and those above it, as DER."""

    key: Key
    certificate: bytes
    chain: tuple[bytes, ...] = ()

    @property
    def room(self) -> int:
        """How many hexadecimal places a signature of his takes at most."""
        return 2 * (len(self.certificate) + sum(map(len, self.chain)) + _REST)


def signed_attributes(signatory: Signatory, digest: bytes, content_type: str) -> bytes:
    """Return what is signed: kind and digest of the content, and which certificate signs (SET, canonical)."""
    named = der.sequence(der.sequence(der.sequence(der.octets(sha256(signatory.certificate).digest()))))
    return der.set_of(
        _attribute(_CONTENT_TYPE, der.oid(content_type)),
        _attribute(_DIGEST, der.octets(digest)),
        _attribute(_SIGNER_V2, named),
    )


def signed(signatory: Signatory, attributes: bytes, signature: bytes, content: bytes, *more: bytes) -> bytes:
    """Return the ContentInfo: `content` is its EncapsulatedContentInfo, `more` are unsigned attributes."""
    own = x509.Certificate.load(signatory.certificate)["tbs_certificate"]
    signer = der.sequence(
        der.integer(1),
        der.sequence(own["issuer"].dump(), own["serial_number"].dump()),
        SHA256,
        b"\xa0" + attributes[1:],
        der.sequence(der.oid(signatory.key.algorithm), *signatory.key.parameters),
        der.octets(signature),
        *([der.set_of(*more, tag=0xA1)] if more else []),
    )
    version = 3 if content != plain() else 1
    body = der.sequence(
        der.integer(version),
        der.set_of(SHA256),
        content,
        der.set_of(signatory.certificate, *signatory.chain, tag=0xA0),
        der.set_of(signer),
    )
    return der.sequence(_SIGNED, der.tlv(0xA0, body))


def plain() -> bytes:
    """Return the EncapsulatedContentInfo of a detached signature."""
    return der.sequence(der.oid(PLAIN))


def enclosed(content_type: str, content: bytes) -> bytes:
    """Return the EncapsulatedContentInfo of a signature that holds what it signs."""
    return der.sequence(der.oid(content_type), der.tlv(0xA0, der.octets(content)))


def time_stamp(token: bytes) -> bytes:
    """Return the unsigned attribute that holds a time-stamp of the signature."""
    return _attribute(_TIME_STAMP, token)


def _attribute(kind: bytes, *values: bytes) -> bytes:
    return der.sequence(kind, der.set_of(*values))


def certificates_of(token: bytes) -> Sequence[bytes]:
    """Return the certificates that a signature brings along."""
    from asn1crypto import cms

    return [choice.chosen.dump() for choice in cms.ContentInfo.load(token)["content"]["certificates"]]
