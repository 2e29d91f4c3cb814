"""The one way a fact becomes bytes, and how entries are chained (规范化与哈希链).

Canonical form: JSON, UTF-8, NFC, sorted keys, no spaces; a whole number is written without a fraction, so that what
a database gives back has the same form. Golden vectors in tests/records/ledger.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any
from uuid import UUID

import orjson

from yichuang.records.ids import Id

GENESIS = "0" * 64
# `facts` stands in the hashed form by its digest, everything else by itself.
HASHED = (
    "region_code", "subject", "subject_id", "seq", "verb", "actor_id", "post_id", "acting_for_id", "item_version_id",
    "at", "recorded_at", "facts", "payload_digest", "prev_hash", "algorithm", "idem_key", "request_digest", "answer",
)  # fmt: skip


@lru_cache(maxsize=64)  # the same moment stands in many columns
def _time(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


_ID = attrgetter("text")
_PLAIN: dict[type, Callable[[Any], str]] = {Id: _ID, UUID: str, date: date.isoformat, datetime: _time}


def plain(value: Any) -> Any:
    """Return the one text form of a date, a time or an id. Raises TypeError for what has none."""
    for kind, words in ((datetime, _time), (date, date.isoformat), (UUID, str)):
        if isinstance(value, kind):
            return words(value)
    raise TypeError(f"no canonical form for {type(value).__name__}")


def plain_row(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a row with dates, times and ids as text; other values stay as they are."""
    forms = _PLAIN
    return {name: forms[kind](v) if (kind := type(v)) in forms else v for name, v in values.items()}


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain, allow_nan=False, check_circular=False
)
_HOLDERS = (dict, list, tuple)
_WHOLE = frozenset({str, int, bool, type(None)})
_SHA256 = hashlib.sha256()  # copied: to find the method anew costs more than to hash
_BLOCK = _SHA256.block_size
_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))
_FAST = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


class Written(str):
    """A canonical text: what a JSON column stores as it is."""

    __slots__ = ()


def written(value: Any) -> Written:
    """Return the canonical text, as it is stored. Raises TypeError or ValueError for what has none."""
    if _has_fractions(value):
        return _slowly(value)
    try:
        return Written(orjson.dumps(value, default=plain, option=_FAST).decode())
    except TypeError:  # larger numbers, other keys, or nothing that has a form
        return _slowly(value)


def _slowly(value: Any) -> Written:
    """Return the text as the standard library spells it: what is canonical is defined by it."""
    return Written(_ENCODER.encode(_whole(value)))


def _has_fractions(value: Any) -> bool:
    """Say whether there is a float: the fast encoder spells some otherwise, and makes null of what is no number."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, _HOLDERS) else (value,)
    if _WHOLE.issuperset(map(type, inner)):  # most rows: found without a step of Python
        return False
    return any(isinstance(v, float) or (isinstance(v, _HOLDERS) and _has_fractions(v)) for v in inner)


def _whole(value: Any) -> Any:
    """Write 12.0 as 12 and 1e+22 with all its zeros: PostgreSQL keeps decimal numbers, not their spelling."""
    if isinstance(value, float):
        return int(Decimal(repr(value))) if value.is_integer() else value
    if isinstance(value, Mapping):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list | tuple) else value


def octets(text: str) -> bytes:
    """Return the bytes of a canonical text that are hashed."""
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).encode()


def canonical(value: Any) -> bytes:
    """Return the bytes that are hashed. Raises TypeError or ValueError for what has no canonical form."""
    return octets(written(value))


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical form."""
    return digest_of_text(written(value))


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text already in canonical form."""
    fresh = _SHA256.copy()
    fresh.update(octets(text))
    return fresh.hexdigest()


def payload_digest(salt: str, body: Any) -> str:
    """Return the salted digest under which an erasable payload stands in the entry."""
    return payload_digest_of_text(salt, written(body))


def payload_digest_of_text(salt: str, text: str) -> str:
    """Return the salted digest of a payload already in canonical form: HMAC-SHA-256; salts are shorter than a block."""
    key = bytes.fromhex(salt).ljust(_BLOCK, b"\0")
    inner, outer = _SHA256.copy(), _SHA256.copy()
    inner.update(key.translate(_INNER))
    inner.update(octets(text))
    outer.update(key.translate(_OUTER))
    outer.update(inner.digest())
    return outer.hexdigest()


def entry_hash(entry: Mapping[str, Any], *, facts_digest: str = "") -> str:
    """Return the hash of an entry given as a mapping of its columns; it covers `prev_hash`."""
    head = {name: entry[name] for name in HASHED}
    head["facts"] = facts_digest or digest(entry["facts"])
    return digest(head)
