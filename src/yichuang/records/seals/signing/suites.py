"""What stands in the register over a sealed paper (登记签名): number and digest, signed by the suite that is set.

`intl`: SHA-256 and the seal's own key (P-256 or RSA). `sm`: SM3 and an SM2 key beside it (GB/T 32905, GB/T 32918).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509 import load_der_x509_certificate

from yichuang.records.seals.signing.keys import Key, KeyFault, write_once

INTL, SM = "intl", "sm"
SUITES = (INTL, SM)
_NONCE = 12
_HALF = 32  # of an SM2 key: the private part, then the public one


@dataclass(frozen=True, slots=True)
class Mark:
    """A digest by a suite, and the signature over number and digest (hexadecimal)."""

    suite: str
    digest: str
    signature: str


def digest_of(suite: str, content: bytes) -> str:
    """Return the digest of a whole file by a suite."""
    return _sm3(content).hex() if suite == SM else sha256(content).hexdigest()


def mark_of(suite: str, no: str, content: bytes, key: Key, sm_key: bytes) -> Mark:
    """Return what the register holds of a sealed file.  Raises: KeyFault."""
    digest = digest_of(suite, content)
    said = _said(suite, no, digest)
    if suite == SM:
        from gmssl_pyx import sm2_sign

        if not sm_key:
            raise KeyFault("这枚印章没有国密密钥")
        return Mark(SM, digest, sm2_sign(sm_key[:_HALF], sm_key[_HALF:], said).hex())
    return Mark(INTL, digest, key.sign(said).hex())


def holds(mark: Mark, no: str, certificate: bytes, sm_public: str) -> bool:
    """Return whether a mark was made with the key of the seal, for this number and digest."""
    said = _said(mark.suite, no, mark.digest)
    try:
        signature = bytes.fromhex(mark.signature)
        if mark.suite == SM:
            from gmssl_pyx import sm2_verify

            return bool(sm_public) and bool(sm2_verify(bytes.fromhex(sm_public), said, signature))
        public = load_der_x509_certificate(certificate).public_key()
        if isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, said, ec.ECDSA(hashes.SHA256()))
        else:
            public.verify(signature, said, padding.PKCS1v15(), hashes.SHA256())  # type: ignore[union-attr,call-arg]
    except (InvalidSignature, ValueError):
        return False
    return True


def make_sm_key(path: Path, password: bytes) -> str:
    """Make an SM2 key, keep it encrypted (0600), and return its public part."""
    from gmssl_pyx import sm2_key_generate

    public, private = sm2_key_generate()
    nonce = secrets.token_bytes(_NONCE)
    write_once(path, nonce + AESGCM(_lock(password)).encrypt(nonce, private + public, path.name.encode()))
    return public.hex()


def sm_key_of(path: Path, password: bytes) -> bytes:
    """Return the SM2 key in a file (private, then public), or nothing where there is none.  Raises: KeyFault."""
    if not path.is_file():
        return b""
    held = path.read_bytes()
    try:
        return AESGCM(_lock(password)).decrypt(held[:_NONCE], held[_NONCE:], path.name.encode())
    except (InvalidTag, ValueError) as fault:
        raise KeyFault(f"国密密钥文件打不开：{path.name}") from fault


def _said(suite: str, no: str, digest: str) -> bytes:
    return f"yichuang-seal-1\n{suite}\n{no}\n{digest}\n".encode()


def _sm3(content: bytes) -> bytes:
    made = hashes.Hash(hashes.SM3())
    made.update(content)
    return made.finalize()


def _lock(password: bytes) -> bytes:
    return sha256(b"yichuang-sm2\n" + password).digest()
