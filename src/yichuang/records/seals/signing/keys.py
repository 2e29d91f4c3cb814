"""Keys that sign (签名私钥), behind one small interface: in a PKCS#12 file, or in a device that speaks PKCS#11."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import Certificate

from yichuang.records.seals.signing import der
from yichuang.records.seals.signing.faults import SealFault

ECDSA, RSA = "1.2.840.10045.4.3.2", "1.2.840.113549.1.1.11"  # both with SHA-256


class KeyFault(SealFault):
    """A key can't be had or can't sign; the words say why."""


class Key(Protocol):
    """What signs. The private part stays where it is."""

    algorithm: str

    @property
    def parameters(self) -> tuple[bytes, ...]: ...

    def sign(self, message: bytes) -> bytes:
        """Return the signature over SHA-256 of the message.  Raises: KeyFault."""
        ...


@dataclass(frozen=True, slots=True)
class SoftKey:
    """A key in memory, from a PKCS#12 file."""

    private: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

    @property
    def algorithm(self) -> str:
        """The signature algorithm of the key."""
        return RSA if isinstance(self.private, rsa.RSAPrivateKey) else ECDSA

    @property
    def parameters(self) -> tuple[bytes, ...]:
        """What stands beside the algorithm."""
        return (der.NULL,) if isinstance(self.private, rsa.RSAPrivateKey) else ()

    def sign(self, message: bytes) -> bytes:
        """Return the signature over SHA-256 of the message."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())
        return self.private.sign(message, ec.ECDSA(hashes.SHA256()))


@dataclass(frozen=True, slots=True)
class Holder:
    """A key with its certificate and the certificates above it (DER)."""

    key: Key
    certificate: bytes
    chain: tuple[bytes, ...]


@lru_cache(maxsize=256)
def from_file(path: Path, password: bytes) -> Holder:
    """Return the key of a PKCS#12 file.  Raises: KeyFault."""
    try:
        private, own, others = pkcs12.load_key_and_certificates(path.read_bytes(), password)
    except (OSError, ValueError) as fault:
        raise KeyFault(f"密钥文件打不开：{path.name}") from fault
    if own is None or not isinstance(private, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise KeyFault(f"密钥文件里没有证书或者可用的私钥：{path.name}")
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name != "secp256r1":
        raise KeyFault(f"不支持的曲线 {private.curve.name}：{path.name}")
    return Holder(SoftKey(private), _der(own), tuple(_der(one) for one in others))


def to_file(
    path: Path, key: ec.EllipticCurvePrivateKey, own: Certificate, chain: list[Certificate], password: bytes
) -> None:
    """Write a key with its certificates, readable by the owner only; never over another one."""
    how = serialization.BestAvailableEncryption(password)
    write_once(path, pkcs12.serialize_key_and_certificates(b"seal", key, own, chain, how))


def write_once(path: Path, content: bytes) -> None:
    """Write a file that is not there yet (0600), all of it or nothing."""
    for folder in reversed([one for one in path.parents if not one.exists()]):
        folder.mkdir(mode=0o700, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _der(certificate: Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)
