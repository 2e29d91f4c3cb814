"""The tree over all entries (默克尔树, RFC 6962): leaves, nodes, and the frontier that grows by one leaf at a time.

Pure. A leaf is made of the hash of its entry, so whoever holds the hash on a paper knows the leaf.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from hashlib import sha256

EMPTY = sha256(b"").digest()
_LEAF, _NODE = b"\x00", b"\x01"


def leaf_hash(entry_hash: str) -> bytes:
    """Return the leaf of an entry, given its hash (hexadecimal)."""
    return sha256(_LEAF + bytes.fromhex(entry_hash)).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the node over two others."""
    return sha256(_NODE + left + right).digest()


def node_no(level: int, index: int) -> int:
    """Return the one number of a node that is full: leaves are even, and no two nodes share one."""
    return ((2 * index + 1) << level) - 1


@dataclass(slots=True)
class Frontier:
    """What is needed to go on: the full subtrees from left to right, one for each bit of the size."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def append(self, leaf: bytes) -> list[tuple[int, bytes]]:
        """Add a leaf; return number and hash of the nodes that it filled. O(log n), on average one."""
        index, level, top, filled = self.size, 0, leaf, []
        while index & 1:
            top, index, level = node_hash(self.peaks.pop(), top), index >> 1, level + 1
            filled.append((node_no(level, index), top))
        self.peaks.append(top)
        self.size += 1
        return filled

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        return root_of_peaks(self.peaks)


def root_of_peaks(peaks: Sequence[bytes]) -> bytes:
    """Return the root over full subtrees, given from left to right."""
    return reduce(lambda right, left: node_hash(left, right), reversed(peaks)) if peaks else EMPTY


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves."""
    grown = Frontier()
    for leaf in leaves:
        grown.append(leaf)
    return grown.root()
