"""Field encryption (AES-256-GCM, key id kept, row id as associated data) and keyed hashes for look-up."""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_SEALED = "sealed"
GIVEN = "_contact"  # among a form's answers: telephone and address as told in this application


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


def seal_values(values: Mapping[str, Any], row_id: UUID) -> dict[str, str]:
    """Return a form's answers as one ciphertext: they may hold identity numbers, phones and addresses."""
    return {_SEALED: seal(json.dumps(dict(values), ensure_ascii=False), row_id)} if values else {}


def open_values(stored: Mapping[str, Any], row_id: UUID) -> dict[str, Any]:
    """Return the answers that `seal_values` took."""
    text = unseal(stored.get(_SEALED, ""), row_id)
    opened: dict[str, Any] = json.loads(text) if text else {}
    return opened


def lookup_hash(plain: str) -> str:
    """Return the keyed hash by which a number is found again without being readable."""
    if not plain:
        return ""
    return hmac.new(bytes.fromhex(settings.YICHUANG_HASH_KEY), plain.encode(), hashlib.sha256).hexdigest()
