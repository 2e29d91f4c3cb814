"""The proof in a package (存证证明): its entries are those of the ledger, under a root that somebody signed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from yichuang.records.ledger.proofs.hashing import leaf_hash
from yichuang.records.ledger.proofs.keys import INTL, holds
from yichuang.records.ledger.proofs.paths import holds_leaf
from yichuang.records.ledger.proofs.saying import checkpoint_bytes, is_checkpoint, witness_bytes

FORMAT = "yichuang-proof/1"
_PROOF, _ENTRY = {"format", "case_no", "entries", "checkpoint"}, {"seq", "hash", "leaf", "position", "path"}
_CHECKPOINT = {"origin", "size", "root", "suite", "key", "signature", "time", "token", "witnesses"}
_WITNESS = {"key", "witnessed_at", "alarms", "signature"}


def proof_faults(text: bytes | None, ledger: Mapping[str, Any], case_no: str) -> Iterator[str]:
    """Yield what is wrong with the proof; nothing for a package from before there were proofs."""
    if text is None:
        return
    told = json.loads(text)
    signed, entries = told["checkpoint"], ledger["entries"]
    if not is_checkpoint(signed) or not _signed(signed):
        yield "存证证明里检查点的签名不对"
        return
    if told["case_no"] != case_no:
        yield "存证证明不是这件办件的"
    yield from _written(told)
    yield from _beside(signed)
    for one in told["entries"]:
        if not 1 <= one["seq"] <= len(entries) or entries[one["seq"] - 1]["hash"] != one["hash"]:
            yield f"存证证明的第 {one['seq']} 条与账目不符"
        path = [bytes.fromhex(step) for step in one["path"]]
        leaf, root = leaf_hash(one["hash"]), bytes.fromhex(signed["root"])
        if one["leaf"] != leaf.hex() or not holds_leaf(leaf, one["position"], signed["size"], path, root):
            yield f"存证证明的第 {one['seq']} 条不在公布的根之下"


def _written(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is told beside what is proven: a key that nothing covers, an entry twice."""
    signed, seqs = told["checkpoint"], [one["seq"] for one in told["entries"]]
    parts = ((_PROOF, [told]), (_ENTRY, told["entries"]), (_CHECKPOINT, [signed]), (_WITNESS, signed["witnesses"]))
    if told["format"] != FORMAT or any(row.keys() != keys for keys, rows in parts for row in rows):
        yield "存证证明有规定以外的内容"
    if seqs != sorted(set(seqs)):
        yield "存证证明的条目重复，或者没有按序"


def _beside(signed: Mapping[str, Any]) -> Iterator[str]:
    """Yield witnesses who did not sign this checkpoint, and a time-stamp that stands on something else."""
    for seen in signed["witnesses"]:
        if not holds(INTL, seen["key"], witness_bytes({**signed, **seen}), seen["signature"]):
            yield "存证证明里的见证签名不对"
    if signed["token"] and _stamped(signed["token"]) != sha256(checkpoint_bytes(signed)).digest():
        yield "存证证明里的时间戳不是这个检查点的"


def _stamped(token: str) -> bytes:
    """Return the digest that a time-stamp stands on."""
    from asn1crypto import cms

    told = cms.ContentInfo.load(bytes.fromhex(token))["content"]["encap_content_info"]["content"].parsed
    found: bytes = told["message_imprint"]["hashed_message"].native
    return found


def proof_words(text: bytes | None) -> str:
    """Return what the proof covers, for the line of the verdict."""
    if text is None:
        return ""
    told = json.loads(text)
    signed = told["checkpoint"]
    count = len(told["entries"])
    whole = told["entries"][-1]["seq"] == count
    which, root = f"账目{'前' if whole else '中'} {count} 条", signed["root"][:16]
    return f"，{which}在 {signed['origin']} {signed['time'][:10]} 的存证根 {root} 之下"


def _signed(told: Mapping[str, Any]) -> bool:
    return holds(told["suite"], told["key"], checkpoint_bytes(told), told["signature"])
