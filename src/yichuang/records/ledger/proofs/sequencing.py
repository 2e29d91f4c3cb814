"""编入: every committed entry of every chain gets one place in the tree, once (定序).

Whoever places locks the one row of the tree's head, so two at once only wait for each other; places, nodes and head are
one transaction. Ids are made before the commit, so an entry may come to light after one with a later id: each pass
looks some minutes back, and now and then a pass goes over everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.proofs.hashing import Frontier, leaf_hash
from yichuang.records.ledger.proofs.models import Leaf, TreeHead, TreeNode

BATCH = 500
BACK = timedelta(minutes=5)
WHOLE_EVERY = timedelta(hours=1)
_FIRST = UUID(int=0)


def place_entries(regions: Iterable[str], at: datetime, *, whole: bool = False) -> int:
    """Place what has no place yet in the regions; return how many. Late, twice or at once it changes nothing more.

    `at` is the real time: ids carry it. `whole`: go over everything, as is done every hour.
    """
    held = TreeHead.objects.filter(pk=1).first()
    whole = whole or held is None or held.whole_at is None or not timedelta() <= at - held.whole_at < WHOLE_EVERY
    since = _FIRST if whole or held is None or held.swept_at is None else _id_at(held.swept_at - BACK)
    count = sum(_placed_in(region, since, at) for region in regions)
    swept = {"swept_at": at, **({"whole_at": at} if whole else {})}
    TreeHead.objects.filter(pk=1).update(**swept)
    return count


def waiting(region: str, after: UUID) -> QuerySet[Entry]:
    """Return the entries of a region without a place whose id is later than one, oldest first."""
    placed = Leaf.objects.filter(entry_id=OuterRef("id"))
    return Entry.objects.filter(~Exists(placed), region_code=region, id__gt=after).order_by("id")


def head() -> TreeHead:
    """Return the head of the tree, locked: only inside a transaction."""
    TreeHead.objects.get_or_create(pk=1)
    return TreeHead.objects.select_for_update().get(pk=1)


def frontier_of(held: TreeHead) -> Frontier:
    """Return what is needed to go on."""
    return Frontier(held.size, [bytes.fromhex(peak) for peak in held.peaks])


def _placed_in(region: str, after: UUID, at: datetime) -> int:
    count = 0
    while waiting(region, after)[:1].values_list("id", flat=True):
        with transaction.atomic():
            held = head()
            found = list(waiting(region, after).values_list("id", "hash")[:BATCH])
            _put(held, region, found, at)
        if not found:
            break  # somebody else was first
        count, after = count + len(found), found[-1][0]
    return count


def _put(held: TreeHead, region: str, found: list[tuple[Any, str]], at: datetime) -> None:
    grown, leaves, nodes = frontier_of(held), [], []
    for entry_id, entry_hash in found:
        leaf = leaf_hash(entry_hash)
        leaves.append(Leaf(grown.size, region, entry_id, leaf, at))
        nodes += [TreeNode(no, top) for no, top in grown.append(leaf)]
    Leaf.objects.bulk_create(leaves)
    TreeNode.objects.bulk_create(nodes)
    held.size, held.peaks = grown.size, [peak.hex() for peak in grown.peaks]
    held.save(update_fields=["size", "peaks"])


def _id_at(moment: datetime) -> UUID:
    """Return the first id that may have been made at a moment: it begins with the milliseconds."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)
