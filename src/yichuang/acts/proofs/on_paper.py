"""存证码: the leaf of a case's last entry as it stands on a paper; by its chain it stands for all before it."""

from __future__ import annotations

from yichuang.records.ledger.proofs.hashing import leaf_hash

_GROUP = 8


def on_paper(entry_hash: str) -> str:
    """Return the leaf of an entry in groups that a person can read out; nothing where there is no entry yet."""
    leaf = leaf_hash(entry_hash).hex() if entry_hash else ""
    return " ".join(leaf[place : place + _GROUP] for place in range(0, len(leaf), _GROUP))
