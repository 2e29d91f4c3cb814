"""签名与验签: RSA2 (SHA-256 with RSA) or HMAC with SM3 over the sorted parameters, as common gateways do.

Knows no Django: the sandbox gateway speaks it, too.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from yichuang.rules.fees.wire import canonical, in_window

RSA2, SM3 = "RSA2", "SM3-HMAC"
WINDOW = 600  # of ours: seconds by which a time stamp may differ from our clock
_ZONE = timezone(timedelta(hours=8))
_STAMP = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Keys:
    """What one side signs with and checks the other side with (密钥): RSA keys in PEM, or one shared secret."""

    kind: str
    own: bytes
    other: bytes


def signed(params: Mapping[str, str], keys: Keys, now: datetime) -> dict[str, str]:
    """Return the parameters with nonce, time stamp and signature."""
    row = {**params, "timestamp": stamp(now), "nonce": secrets.token_hex(16), "sign_type": keys.kind}
    return row | {"sign": _sign(canonical(row).encode(), keys)}


def genuine(params: Mapping[str, str], keys: Keys) -> bool:
    """Say whether the other side signed exactly this, in the way that was agreed."""
    if params.get("sign_type") != keys.kind:
        return False
    try:
        signature = base64.b64decode(params.get("sign", ""), validate=True)
    except (binascii.Error, ValueError):
        return False
    return _verify(canonical(params).encode(), signature, keys)


def fresh(params: Mapping[str, str], now: datetime) -> bool:
    """Say whether the message was signed just now: what is older may be a recording."""
    told = moment(params.get("timestamp", ""))
    return told is not None and in_window(int(told.timestamp()), int(now.timestamp()), seconds=WINDOW)


def stamp(at: datetime) -> str:
    """Return a moment as messages carry it."""
    return at.astimezone(_ZONE).strftime(_STAMP)


def moment(told: str) -> datetime | None:
    """Return the moment that a message tells, None for what is none."""
    try:
        return datetime.strptime(told, _STAMP).replace(tzinfo=_ZONE)
    except ValueError:
        return None


def new_pair() -> tuple[bytes, bytes]:
    """Return a fresh private and public key in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private, public


def _sign(text: bytes, keys: Keys) -> str:
    if keys.kind == SM3:
        return base64.b64encode(_mac(keys.own, text)).decode()
    key = serialization.load_pem_private_key(keys.own, None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("not an RSA key")
    return base64.b64encode(key.sign(text, padding.PKCS1v15(), hashes.SHA256())).decode()


def _verify(text: bytes, signature: bytes, keys: Keys) -> bool:
    try:
        if keys.kind == SM3:
            check = hmac.HMAC(keys.other, hashes.SM3())
            check.update(text)
            check.verify(signature)
            return True
        key = serialization.load_pem_public_key(keys.other)
        if not isinstance(key, rsa.RSAPublicKey):
            return False
        key.verify(signature, text, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def _mac(key: bytes, text: bytes) -> bytes:
    made = hmac.HMAC(key, hashes.SM3())
    made.update(text)
    return made.finalize()
