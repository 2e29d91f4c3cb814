"""What doctor says of a damaged tree: a leaf that is another, one that is gone, a root that was written over."""

from __future__ import annotations

from tests.acts.proofs.attacks import ATTACKS
from tests.acts.proofs.book import Book, suffering
from yichuang.acts.proofs.examining import examine_proofs

SEEN = {
    "recompute the chain": {"leaf_differs"},
    "delete a row": {"leaf_differs"},
    "rewrite a checkpoint": {"root_differs"},
    "move a leaf": {"head_differs", "leaf_differs", "root_differs"},
    "hide from the tree": {"head_differs", "root_differs"},
}
# A tree that was planted anew over a changed table agrees with itself: only a witness or a kept root tells.
UNSEEN = ("recompute everything", "swap the whole table", "restore an old copy")


def test_doctor_names_what_is_wrong_with_the_tree(book: Book) -> None:
    assert list(examine_proofs()) == []
    for name, codes in SEEN.items():
        with suffering(book, ATTACKS[name].do):
            assert {one.code for one in examine_proofs()} == codes, name


def test_doctor_does_not_replace_the_witness(book: Book) -> None:
    for name in UNSEEN:
        with suffering(book, ATTACKS[name].do):
            assert list(examine_proofs()) == [], name
            assert book.found() != [], name
