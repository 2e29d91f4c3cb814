"""The proof in a package (存证证明): its entries are those of the ledger, under a root that somebody signed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from yichuang.records.ledger.proofs.hashing import leaf_hash
from yichuang.records.ledger.proofs.keys import holds
from yichuang.records.ledger.proofs.paths import holds_leaf
from yichuang.records.ledger.proofs.saying import checkpoint_bytes, is_checkpoint


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
    for one in told["entries"]:
        if not 1 <= one["seq"] <= len(entries) or entries[one["seq"] - 1]["hash"] != one["hash"]:
            yield f"存证证明的第 {one['seq']} 条与账目不符"
        path = [bytes.fromhex(step) for step in one["path"]]
        leaf, root = leaf_hash(one["hash"]), bytes.fromhex(signed["root"])
        if not holds_leaf(leaf, one["position"], signed["size"], path, root):
            yield f"存证证明的第 {one['seq']} 条不在公布的根之下"


def proof_words(text: bytes | None) -> str:
    """Return what the proof covers, for the line of the verdict."""
    if text is None:
        return ""
    told = json.loads(text)
    signed = told["checkpoint"]
    count = len(told["entries"])
    return f"，账目前 {count} 条在 {signed['origin']} {signed['time'][:10]} 的存证根 {signed['root'][:16]} 之下"


def _signed(told: Mapping[str, Any]) -> bool:
    return holds(told["suite"], told["key"], checkpoint_bytes(told), told["signature"])
