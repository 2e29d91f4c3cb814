"""The test authority (测试签章机构) that an installation makes for itself on first start.

It has no legal effect and says so in every certificate it issues. Root, time-stamp authority and seal keys are
PKCS#12 files, readable by the owner only, protected with a secret of the settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from yichuang.records.seals.signing.keys import from_file, to_file, write_once

TEST = "测试签章，不具有法律效力"
_ROOT_YEARS, _SEAL_YEARS = 30, 5
_FRESH = timedelta(days=1)
_GOOD = timedelta(days=30)
_COMMON = 64
_OF_ROOT, _OF_SIGNER = ("key_cert_sign", "crl_sign"), ("digital_signature", "content_commitment")
_USAGES = (
    *_OF_ROOT, *_OF_SIGNER, "key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only",
)  # fmt: skip
_Builder = x509.CertificateBuilder


@dataclass(frozen=True, slots=True)
class Revocation:
    """A certificate that is not to be trusted from a time on; `held` may be taken back (停用)."""

    serial: int
    since: datetime
    held: bool


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority in a folder."""

    folder: Path
    password: bytes

    @property
    def root(self) -> Path:
        """The key of the root."""
        return self.folder / "root.p12"

    @property
    def stamps(self) -> Path:
        """The key of the time-stamp authority."""
        return self.folder / "stamps.p12"

    @property
    def trust(self) -> Path:
        """What a verifier needs: the root's certificate and the last list of revocations (PEM)."""
        return self.folder / "trust.pem"

    @property
    def revoked(self) -> Path:
        """The list of revoked certificates (DER)."""
        return self.folder / "revoked.crl"

    def found(self, at: datetime) -> None:
        """Make root and time-stamp authority unless they are there. Processes that start together agree on one."""
        if not self.root.exists():
            key, name = ec.generate_private_key(ec.SECP256R1()), _name("一窗测试根证书")
            own = _builder(name, key.public_key(), _Issue(name, key.public_key(), at, _ROOT_YEARS), ca=True)
            to_file(self.root, key, own.sign(key, hashes.SHA256()), [], self.password)
        if not self.stamps.exists():
            self.issue(self.stamps, "一窗测试时间戳", at, years=_ROOT_YEARS - 1, stamps=True)

    def issue(self, path: Path, words: str, at: datetime, *, years: int = _SEAL_YEARS, stamps: bool = False) -> None:
        """Make a key with a certificate for what `words` name and put it into a file."""
        root_key, root = self._root()
        key = ec.generate_private_key(ec.SECP256R1())
        builder = _builder(_name(words), key.public_key(), _Issue(root.subject, root_key.public_key(), at, years))
        if stamps:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        to_file(path, key, builder.sign(root_key, hashes.SHA256()), [root], self.password)
        from_file.cache_clear()

    def publish(self, revocations: Mapping[int, Revocation], at: datetime) -> None:
        """Write the list of revocations and the trust file anew."""
        key, root = self._root()
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(root.subject)
            .last_update(at - timedelta(minutes=5))
            .next_update(at + _GOOD)
            .add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        )
        for one in revocations.values():
            builder = builder.add_revoked_certificate(_revoked(one))
        made = builder.sign(key, hashes.SHA256())
        pem = serialization.Encoding.PEM
        _replace(self.revoked, made.public_bytes(serialization.Encoding.DER))
        _replace(self.trust, root.public_bytes(pem) + made.public_bytes(pem))

    def stale(self, at: datetime) -> bool:
        """Say whether the list of revocations is to be written anew."""
        try:
            told = x509.load_der_x509_crl(self.revoked.read_bytes()).last_update_utc
        except (OSError, ValueError):
            return True
        return not -_FRESH < at - told < _FRESH

    def _root(self) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        private, root, _ = pkcs12.load_key_and_certificates(self.root.read_bytes(), self.password)
        if root is None or not isinstance(private, ec.EllipticCurvePrivateKey):
            raise ValueError(f"{self.root}: no root")
        return private, root


def _name(words: str) -> x509.Name:
    """Return the name of what `words` name; all of it in O, too, since a common name has room for 64 octets only."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, words),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, TEST),
            x509.NameAttribute(NameOID.COMMON_NAME, words.encode()[:_COMMON].decode(errors="ignore")),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Issue:
    """What a certificate is about: who issues it under which key, from when, for how long."""

    issuer: x509.Name
    above: ec.EllipticCurvePublicKey
    at: datetime
    years: int


def _builder(own: x509.Name, key: ec.EllipticCurvePublicKey, of: _Issue, *, ca: bool = False) -> _Builder:
    since = datetime(of.at.year - 1, 1, 1, tzinfo=UTC)  # what is put on record late lies within, too
    usage = dict.fromkeys(_USAGES, False) | dict.fromkeys(_OF_ROOT if ca else _OF_SIGNER, True)
    return (
        _Builder()
        .subject_name(own)
        .issuer_name(of.issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(since.replace(year=since.year + of.years + 1))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(of.above), critical=False)
    )


def _revoked(one: Revocation) -> x509.RevokedCertificate:
    why = x509.ReasonFlags.certificate_hold if one.held else x509.ReasonFlags.cessation_of_operation
    builder = x509.RevokedCertificateBuilder().serial_number(one.serial).revocation_date(one.since)
    return builder.add_extension(x509.CRLReason(why), critical=False).build()


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{token_hex(4)}")
    write_once(fresh, content)
    fresh.replace(path)
