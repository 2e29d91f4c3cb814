"""The one way a fact becomes bytes, and how entries are chained (规范化与哈希链).

Canonical form: JSON, UTF-8, NFC, sorted keys, no spaces, no floats. Golden vectors in tests/records/ledger.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

GENESIS = "0" * 64
HASHED = (
    "region_code", "subject", "subject_id", "seq", "verb", "actor_id", "post_id", "acting_for_id", "item_version_id",
    "at", "recorded_at", "facts", "payload_digest", "prev_hash", "algorithm", "idem_key", "request_digest", "answer",
)  # fmt: skip


def plain(value: Any) -> Any:
    """Return the one text form of a date, a time or an id. Raises TypeError for what has none."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"no canonical form for {type(value).__name__}")


def canonical(value: Any) -> bytes:
    """Return the bytes that are hashed. Raises TypeError for what has no canonical form."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain, allow_nan=False)
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).encode()


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical form."""
    return hashlib.sha256(canonical(value)).hexdigest()


def payload_digest(salt: str, body: Any) -> str:
    """Return the salted digest under which an erasable payload stands in the entry."""
    return hmac.new(bytes.fromhex(salt), canonical(body), hashlib.sha256).hexdigest()


def entry_hash(entry: Mapping[str, Any]) -> str:
    """Return the hash of an entry given as a mapping of its columns; it covers `prev_hash`."""
    return digest({name: entry[name] for name in HASHED})
