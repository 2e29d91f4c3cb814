"""The ledger of a package (账目): every hash and every salted digest computed again, independently of the system."""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

GENESIS = "0" * 64
HASHED = (
    "region_code", "subject", "subject_id", "seq", "verb", "actor_id", "post_id", "acting_for_id", "item_version_id",
    "at", "recorded_at", "facts", "payload_digest", "prev_hash", "algorithm", "idem_key", "request_digest", "answer",
)  # fmt: skip
Images = dict[tuple[str, str], dict[str, Any]]


def octets(value: Any) -> bytes:
    """Return the canonical bytes of a value: sorted keys, no blanks, NFC, whole numbers without a fraction."""
    text = json.dumps(_whole(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text).encode()


def _whole(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value


def sha256(value: Any) -> str:
    """Return the SHA-256 of the canonical form."""
    return hashlib.sha256(octets(value)).hexdigest()


def faults(ledger: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a chain and its payloads, in words."""
    entries, payloads = ledger["entries"], ledger["payloads"]
    gone, previous = erased(entries), GENESIS
    for number, entry in enumerate(entries, 1):
        here = f"账目第 {number} 条"
        if (entry["region_code"], entry["subject"], entry["subject_id"]) != _subject(ledger) or entry["seq"] != number:
            yield f"{here}不是这件办件的第 {number} 条"
        if entry["prev_hash"] != previous:
            yield f"{here}与上一条接不上"
        if entry["hash"] != sha256({name: entry[name] for name in HASHED} | {"facts": sha256(entry["facts"])}):
            yield f"{here}被改动过"
        yield from _payload(here, entry, payloads.get(entry["id"]), gone)
        previous = entry["hash"]
    unknown = payloads.keys() - {entry["id"] for entry in entries}
    if unknown:
        yield f"有 {len(unknown)} 份附带内容不属于任何一条账目"


def _subject(ledger: Mapping[str, Any]) -> tuple[Any, ...]:
    return ledger["region_code"], ledger["subject"], ledger["subject_id"]


def _payload(here: str, entry: Mapping[str, Any], payload: Any, gone: frozenset[int]) -> Iterator[str]:
    if payload is None:
        if entry["seq"] not in gone:
            yield f"{here}的附带内容缺失，没有清除的账目"
        return
    right = hmac.digest(bytes.fromhex(payload["salt"]), octets(payload["body"]), "sha256").hex()
    if right != entry["payload_digest"]:
        yield f"{here}的附带内容与摘要不符"


def erased(entries: list[dict[str, Any]]) -> frozenset[int]:
    """Return the entries whose payload an act on record erased (已依规清除)."""
    told = (entry["facts"].get("erased", ()) for entry in entries if entry["verb"] == "case.erased")
    return frozenset(int(seq) for seqs in told for seq in seqs)


def erased_files(ledger: Mapping[str, Any]) -> frozenset[str]:
    """Return the digests of the files that acts on record erased."""
    told = (entry["facts"].get("files", ()) for entry in ledger["entries"] if entry["verb"] == "case.erased")
    return frozenset(str(digest) for digests in told for digest in digests)


def rows(ledger: Mapping[str, Any]) -> Images:
    """Return the rows of the case as the entries built them up."""
    images: Images = {}
    for entry in ledger["entries"]:
        payload = ledger["payloads"].get(entry["id"])
        hidden = payload["body"].get("rows", ()) if payload else ()
        for table, row_id, values in [*entry["facts"]["rows"], *hidden]:
            images.setdefault((table, row_id), {}).update(values)
    return images
