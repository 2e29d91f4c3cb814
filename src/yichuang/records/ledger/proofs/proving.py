"""Proofs from the stored tree (取证明): few rows each, whatever the size."""

from __future__ import annotations

from collections.abc import Sequence

from yichuang.records.ledger.proofs.hashing import node_no, root_of_peaks
from yichuang.records.ledger.proofs.models import Leaf, TreeNode
from yichuang.records.ledger.proofs.paths import Span, consistency_spans, full_parts, inclusion_spans


def inclusion(position: int, size: int) -> list[bytes]:
    """Return the path from a leaf to the root of the first `size` leaves. Two queries.  Raises: ValueError."""
    return inclusions([position], size)[0]


def inclusions(positions: Sequence[int], size: int) -> list[list[bytes]]:
    """Return the paths of several leaves. Two queries for all of them.  Raises: ValueError."""
    spans = [inclusion_spans(position, size) for position in positions]
    found = iter(_hashes([span for path in spans for span in path]))
    return [[next(found) for _ in path] for path in spans]


def consistency(old: int, new: int) -> list[bytes]:
    """Return the path that shows that the tree only grew. Two queries.  Raises: ValueError."""
    return _hashes(consistency_spans(old, new))


def root_at(size: int) -> bytes:
    """Return the root over the first `size` leaves as the nodes have it."""
    return _hashes([(0, size)])[0]


def leaves_between(first: int, last: int) -> bytes:
    """Return the leaves from one place up to (not with) another, 32 bytes each."""
    rows = Leaf.objects.filter(position__gte=first, position__lt=last).order_by("position")
    return b"".join(bytes(found) for found in rows.values_list("hash", flat=True))


def _hashes(spans: Sequence[Span]) -> list[bytes]:
    """Return the hash of each span.  Raises: ValueError where a node is missing."""
    parts = [list(full_parts(span)) for span in spans]
    asked = [part for found in parts for part in found]
    leaves = Leaf.objects.filter(position__in=[index for level, index in asked if not level])
    nodes = TreeNode.objects.filter(no__in=[node_no(level, index) for level, index in asked if level])
    known = {2 * place: bytes(found) for place, found in leaves.values_list("position", "hash")}
    known |= {no: bytes(found) for no, found in nodes.values_list("no", "hash")}
    try:
        return [root_of_peaks([known[node_no(level, index)] for level, index in found]) for found in parts]
    except KeyError as fault:
        raise ValueError(f"node {fault} is missing") from fault
