"""Field encryption (AES-256-GCM, key id kept, row id as associated data) and keyed hashes for look-up."""

import base64
import hashlib
import hmac
import os
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


def seal(plain: str, row_id: UUID) -> str:
    """Return `key-id:algorithm:base64`, or "" for nothing. A ciphertext moved to another row doesn't open."""
    if not plain:
        return ""
    key_id = settings.YICHUANG_FIELD_KEY_ID
    nonce = os.urandom(12)
    box = AESGCM(bytes.fromhex(settings.YICHUANG_FIELD_KEYS[key_id])).encrypt(nonce, plain.encode(), row_id.bytes)
    return f"{key_id}:aesgcm:{base64.b64encode(nonce + box).decode('ascii')}"


def unseal(cipher: str, row_id: UUID) -> str:
    """Return the plain text. Raises cryptography's InvalidTag when the row or the text is not the sealed one."""
    if not cipher:
        return ""
    key_id, _, body = cipher.split(":", 2)
    raw = base64.b64decode(body)
    key = AESGCM(bytes.fromhex(settings.YICHUANG_FIELD_KEYS[key_id]))
    return key.decrypt(raw[:12], raw[12:], row_id.bytes).decode()


def lookup_hash(plain: str) -> str:
    """Return the keyed hash by which a number is found again without being readable."""
    if not plain:
        return ""
    return hmac.new(bytes.fromhex(settings.YICHUANG_HASH_KEY), plain.encode(), hashlib.sha256).hexdigest()
