"""Is the tree what the entries say (存证自检): every leaf, the frontier, the last checkpoints. Reads only."""

from __future__ import annotations

from collections.abc import Iterator

from yichuang.acts.inspection.finding import Finding, shown
from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.proofs.hashing import Frontier, leaf_hash
from yichuang.records.ledger.proofs.models import Checkpoint, Leaf, TreeHead

NAME, TABLE = "存证", "ledger_leaf"
_PAGE = 1000


def examine_proofs() -> Iterator[Finding]:
    """Yield where the tree differs from the ledger; nothing in an installation that never placed anything."""
    held, grown, after = TreeHead.objects.filter(pk=1).first(), Frontier(), -1
    roots = dict(Checkpoint.objects.values_list("size", "root"))
    while page := list(Leaf.objects.filter(position__gt=after).order_by("position")[:_PAGE]):
        after = page[-1].position
        hashes = _hashes(page)
        for leaf in page:
            right = leaf_hash(hashes[leaf.entry_id]) if leaf.entry_id in hashes else None
            if leaf.position != grown.size:
                yield Finding("leaf_gap", NAME, f"{TABLE} {leaf.position}", str(leaf.position), str(grown.size))
                return
            if right != bytes(leaf.hash):
                yield Finding("leaf_differs", NAME, f"{TABLE} {leaf.position}", shown(right and right.hex()))
            grown.append(bytes(leaf.hash))
            if grown.size in roots and roots[grown.size] != grown.root().hex():
                yield Finding("root_differs", NAME, f"ledger_checkpoint {grown.size}", roots[grown.size])
    if held is not None and (held.size, held.peaks) != (grown.size, [peak.hex() for peak in grown.peaks]):
        yield Finding("head_differs", NAME, "ledger_treehead", str(held.size), str(grown.size))
    for size in sorted(size for size in roots if size > grown.size):
        yield Finding("root_differs", NAME, f"ledger_checkpoint {size}", roots[size])


def _hashes(page: list[Leaf]) -> dict[object, str]:
    found: dict[object, str] = {}
    for region in {leaf.region_code for leaf in page}:
        ids = [leaf.entry_id for leaf in page if leaf.region_code == region]
        found |= dict(Entry.objects.filter(region_code=region, id__in=ids).values_list("id", "hash"))
    return found
