"""The tree against an independent one and public vectors; proofs of every place in every size."""

from __future__ import annotations

import hashlib

import pytest
from pymerkle import InmemoryTree

from yichuang.records.ledger.proofs.hashing import EMPTY, Frontier, leaf_hash, node_hash, node_no, root_of
from yichuang.records.ledger.proofs.hashing import root_of_peaks as over
from yichuang.records.ledger.proofs.paths import consistency_spans, extends, full_parts, holds_leaf, inclusion_spans
from yichuang.records.ledger.proofs.verify_ledger import included

SIZES = range(1, 34)
# certificate-transparency's own vectors: the roots over its first leaves
CT_LEAVES = [bytes.fromhex(one) for one in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
CT_ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def leaves_of(size: int) -> list[bytes]:
    return [leaf_hash(bytes([number]).hex() * 32) for number in range(size)]


@pytest.mark.parametrize("size", CT_ROOTS)
def test_the_public_vectors(size: int) -> None:
    leaves = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in CT_LEAVES[:size]]
    assert root_of(leaves).hex() == CT_ROOTS[size]


def test_an_empty_tree() -> None:
    assert root_of([]) == EMPTY == hashlib.sha256().digest()


def test_an_independent_tree_agrees() -> None:
    other = InmemoryTree(algorithm="sha256")
    for size in SIZES:
        other.append_entry(bytes([size - 1]) * 32)
        assert root_of(leaves_of(size)) == other.get_root()


def test_every_inclusion() -> None:
    for size in SIZES:
        leaves = leaves_of(size)
        root = root_of(leaves)
        for place in range(size):
            path = [root_of(leaves[low:high]) for low, high in inclusion_spans(place, size)]
            assert holds_leaf(leaves[place], place, size, path, root)
            assert included(leaves[place], place, size, path, root.hex())
            for at, one in ((place + 1, leaves[place]), (place, leaves[place - 1]), (place + size, leaves[place])):
                assert (size == 1 and at == 0) or not holds_leaf(one, at, size, path, root)
                assert (size == 1 and at == 0) or not included(one, at, size, path, root.hex())


def test_every_consistency() -> None:
    for new in SIZES:
        leaves = leaves_of(new)
        root = root_of(leaves)
        for old in range(1, new + 1):
            path = [root_of(leaves[low:high]) for low, high in consistency_spans(old, new)]
            before = root_of(leaves[:old])
            assert extends(old, before, new, root, path)
            assert not extends(old, leaf_hash("ff" * 32), new, root, path)
            assert not extends(old, before, new, root, [*path, root])
            assert not path or not extends(old, before, new, root, path[:-1])


def test_spans_are_made_of_full_subtrees_that_the_frontier_filled() -> None:
    grown, known = Frontier(), {}
    leaves = leaves_of(33)
    for place, leaf in enumerate(leaves):
        known[node_no(0, place)] = leaf
        filled = dict(grown.append(leaf))
        assert not known.keys() & filled.keys()
        known |= filled
    for size in SIZES:
        for span in (span for place in range(size) for span in inclusion_spans(place, size)):
            assert over([known[node_no(*part)] for part in full_parts(span)]) == root_of(leaves[slice(*span)])
    assert node_hash(leaves[0], leaves[1]) == known[node_no(1, 0)]


@pytest.mark.parametrize(("place", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_no_such_leaf(place: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_spans(place, size)
