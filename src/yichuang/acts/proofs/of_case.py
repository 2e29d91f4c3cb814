"""存证证明: which entries of a case stand in the tree, under which checkpoint, and the paths that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yichuang.records.ledger.models import Entry, Subject
from yichuang.records.ledger.proofs.checkpoints import covering, latest, published, told_with_witnesses
from yichuang.records.ledger.proofs.hashing import leaf_hash
from yichuang.records.ledger.proofs.models import Cosignature, Leaf
from yichuang.records.ledger.proofs.proving import inclusions
from yichuang.records.ledger.proofs.saying import hexed

FORMAT = "yichuang-proof/1"


@dataclass(frozen=True, slots=True)
class Standing:
    """How many entries there are, how many stand under a checkpoint, since when, and whether a witness signed it."""

    entries: int
    proven: int
    at: datetime | None
    witnessed: bool

    @property
    def whole(self) -> bool:
        """Whether all of it is proven."""
        return self.entries == self.proven > 0


def standing_of(region_code: str, case_id: UUID) -> Standing:
    """Return how far a case is proven. Four small queries, whatever the size of the ledger."""
    entries = _entries(region_code, case_id)
    places = _places(entries)
    last = latest()
    under = [place for place in places.values() if last and place < last.size]
    if not under:
        return Standing(len(entries), 0, None, witnessed=False)
    row = covering(max(under))
    seen = row is not None and Cosignature.objects.filter(size__gte=row.size).exists()
    return Standing(len(entries), len(under), row.at if row else None, witnessed=seen)


def proof_of(region_code: str, case_id: UUID, no: str) -> dict[str, Any] | None:
    """Return the proof of a case: what is hashed, nothing of what it says; None before the first checkpoint over it.

    The checkpoint is that of the first day over all that is placed: its root stands on the public page, so whoever
    kept that can check the proof. Until the day is over it is the first one over it. Then it stays for ever.
    """
    entries, last = _entries(region_code, case_id), latest()
    places = {key: place for key, place in _places(entries).items() if last and place < last.size}
    end = max(places.values()) if places else None
    row = None if end is None else published(end) or covering(end)
    if row is None:
        return None
    shown = [(seq, found, places[key]) for key, seq, found in entries if key in places]
    paths = inclusions([place for _, _, place in shown], row.size)
    told = [_one(*one, hexed(path)) for one, path in zip(shown, paths, strict=True)]
    return {"format": FORMAT, "case_no": no, "entries": told, "checkpoint": told_with_witnesses([row])[0]}


def _entries(region_code: str, case_id: UUID) -> list[tuple[UUID, int, str]]:
    rows = Entry.objects.filter(region_code=region_code, subject=Subject.CASE, subject_id=case_id)
    return list(rows.order_by("seq").values_list("id", "seq", "hash"))


def _places(entries: list[tuple[UUID, int, str]]) -> dict[UUID, int]:
    return dict(Leaf.objects.filter(entry_id__in=[key for key, _, _ in entries]).values_list("entry_id", "position"))


def _one(seq: int, entry_hash: str, place: int, path: list[str]) -> dict[str, Any]:
    return {"seq": seq, "hash": entry_hash, "leaf": leaf_hash(entry_hash).hex(), "position": place, "path": path}
