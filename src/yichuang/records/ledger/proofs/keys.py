"""Keys that sign checkpoints (存证密钥), kept in a folder of their own and never in the database.

`intl`: Ed25519. `sm`: SM2 over SM3 (GB/T 32918, GB/T 32905). A witness always signs with Ed25519.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

INTL, SM = "intl", "sm"
SUITES = (INTL, SM)
_FILES = {INTL: "checkpoint.key", SM: "checkpoint-sm2.key"}
_PUBLIC = 64  # bytes of an SM2 public key, which stands before the private one


@dataclass(frozen=True, slots=True)
class Signer:
    """What signs, and the public key that others check it with (hexadecimal)."""

    suite: str
    public: str
    secret: bytes

    def sign(self, said: bytes) -> str:
        """Return the signature (hexadecimal)."""
        if self.suite == SM:
            from gmssl_pyx import sm2_sign

            return bytes(sm2_sign(self.secret, bytes.fromhex(self.public), said)).hex()
        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(said).hex()


def signer_in(folder: Path, suite: str = INTL) -> Signer:
    """Return the key in a folder, made there once (0600).  Raises: KeyError (suite), ValueError, OSError."""
    held = _once(folder / _FILES[suite], _fresh_sm2 if suite == SM else lambda: secrets.token_bytes(32))
    if suite == SM:
        return Signer(SM, held[:_PUBLIC].hex(), held[_PUBLIC:])
    public = Ed25519PrivateKey.from_private_bytes(held).public_key().public_bytes_raw()
    return Signer(INTL, public.hex(), held)


def origin_in(folder: Path) -> str:
    """Return the name under which this installation signs, made once: no other log may be taken for it."""
    return _once(folder / "origin", lambda: f"yichuang-{secrets.token_hex(6)}".encode()).decode().strip()


def holds(suite: str, public: str, said: bytes, signature: str) -> bool:
    """Say whether a signature is right. Whatever is malformed is not."""
    try:
        key, mark = bytes.fromhex(public), bytes.fromhex(signature)
        if suite == SM:
            from gmssl_pyx import sm2_verify

            return bool(sm2_verify(key, said, mark))
        Ed25519PublicKey.from_public_bytes(key).verify(mark, said)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return suite in SUITES


def witness_keys(folder: Path) -> frozenset[str]:
    """Return the public keys of the witnesses that are believed: files `witnesses/*.pub`."""
    found = (path.read_text(encoding="ascii").strip().lower() for path in (folder / "witnesses").glob("*.pub"))
    return frozenset(found)


def _fresh_sm2() -> bytes:
    from gmssl_pyx import sm2_key_generate

    public, private = sm2_key_generate()
    return bytes(public + private)


def _once(path: Path, make: object) -> bytes:
    """Return the content of a file that is written once, whoever comes first."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(make())  # type: ignore[operator]
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_bytes()
