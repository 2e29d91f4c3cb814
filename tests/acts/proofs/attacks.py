"""The attacks, by name: what is done, what the verifier says with a witness, and whether it shows without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.acts.proofs.book import REGION, START, Book, change, made, placed, rechain, remove, replant
from yichuang.acts.proofs.running import folder
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.proofs.models import Checkpoint, Leaf, TreeHead

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Attack:
    """One attack: `first` place and kind that the verifier names; `bare`: seen without a witness, too."""

    do: Callable[[Book], None]
    first: tuple[int | None, str]
    bare: bool


def edit_facts(book: Book) -> None:
    change(placed()[4], facts={"rows": [], "numbers": {}, "words": "不予受理"})


def back_date(book: Book) -> None:
    change(placed()[4], at=START - DAY, recorded_at=START - DAY)


def rechained(book: Book) -> None:
    edit_facts(book)
    rechain(placed()[4].subject_id)


def rewritten(book: Book) -> None:
    order = placed()
    edit_facts(book)
    rechain(order[4].subject_id)
    replant(order)
    book.prove()


def back_dated_whole(book: Book) -> None:
    order = placed()
    back_date(book)
    rechain(order[4].subject_id)
    replant(order)
    book.prove()


def delete_row(book: Book) -> None:
    remove(placed()[11])


def delete_whole(book: Book) -> None:
    order = placed()
    remove(order[9])
    replant([*order[:9], *order[10:]])
    book.prove()


def delete_inside(book: Book) -> None:
    order = placed()
    remove(order[4])
    rechain(order[4].subject_id)
    replant([*order[:4], *order[5:]])
    book.prove()


def insert_whole(book: Book) -> None:
    order, fresh = placed(), made(new_id(), None, START + timedelta(minutes=5))
    fresh.save(force_insert=True)
    replant([*order[:5], fresh, *order[5:]])
    book.prove()


def insert_late(book: Book) -> None:
    """Leave it to the honest job to place a forged entry with an old date."""
    made(new_id(), None, START - DAY).save(force_insert=True)
    book.prove()


def swap_places(book: Book) -> None:
    order = placed()
    replant([*order[:3], order[4], order[3], *order[5:]])
    book.prove()


def reorder_chain(book: Book) -> None:
    order, one, two = placed(), placed()[3], placed()[6]
    change(one, seq=99)
    change(two, seq=one.seq)
    change(one, seq=two.seq)
    rechain(one.subject_id)
    replant(order)
    book.prove()


def truncate(book: Book) -> None:
    order = placed()
    remove(*order[9:])
    replant(order[:9])
    book.prove()


def swap_table(book: Book) -> None:
    order = placed()
    for subject in book.subjects:
        Entry.objects.filter(region_code=REGION, subject_id=subject).update(subject_id=new_id())
    for subject in Entry.objects.filter(region_code=REGION).values_list("subject_id", flat=True).distinct():
        rechain(subject)
    replant(order)
    book.prove()


def rewrite_checkpoint(book: Book) -> None:
    Checkpoint.objects.filter(size=6).update(root="00" * 32)


def redate_checkpoint(book: Book) -> None:
    Checkpoint.objects.filter(size=6).update(at=START - DAY)


def drop_checkpoint(book: Book) -> None:
    Checkpoint.objects.filter(size=6).delete()


def change_key(book: Book) -> None:
    (folder() / "checkpoint.key").unlink()
    Checkpoint.objects.all().delete()
    book.prove()


def restore_old(book: Book) -> None:
    """Go back to an old copy, and on from there with other acts."""
    truncate(book)
    for entry in placed():
        book.ends[entry.subject_id] = entry
    for subject in book.subjects:
        book.add(subject, verb="case.other")
    book.prove()


def move_leaf(book: Book) -> None:
    Leaf.objects.filter(position=4).update(hash=Leaf.objects.get(position=5).hash)


def hide_from_tree(book: Book) -> None:
    """Take the tail out of the tree only: the honest job notices that it can't go on."""
    Leaf.objects.filter(position__gte=9).delete()
    TreeHead.objects.update(size=9)


ATTACKS = {
    "edit facts": Attack(edit_facts, (4, "entry_changed"), bare=True),
    "back-date a row": Attack(back_date, (4, "entry_changed"), bare=True),
    "recompute the chain": Attack(rechained, (4, "leaf_changed"), bare=True),
    "recompute everything": Attack(rewritten, (4, "rewritten"), bare=False),
    "back-date, recompute everything": Attack(back_dated_whole, (4, "rewritten"), bare=False),
    "delete a row": Attack(delete_row, (11, "entry_deleted"), bare=True),
    "delete the end of a chain, recompute": Attack(delete_whole, (9, "deleted"), bare=False),
    "delete inside a chain, recompute": Attack(delete_inside, (4, "deleted"), bare=False),
    "insert, recompute": Attack(insert_whole, (5, "inserted"), bare=False),
    "insert with an old date": Attack(insert_late, (12, "back_dated"), bare=True),
    "swap places": Attack(swap_places, (3, "moved"), bare=False),
    "re-order a chain": Attack(reorder_chain, (3, "rewritten"), bare=False),
    "cut the tail off": Attack(truncate, (5, "checkpoint_deleted"), bare=False),
    "swap the whole table": Attack(swap_table, (0, "rewritten"), bare=False),
    "rewrite a checkpoint": Attack(rewrite_checkpoint, (5, "signature_bad"), bare=True),
    "re-date a checkpoint": Attack(redate_checkpoint, (5, "signature_bad"), bare=True),
    "drop a checkpoint": Attack(drop_checkpoint, (5, "checkpoint_deleted"), bare=False),
    "change the key": Attack(change_key, (11, "key_changed"), bare=False),
    "restore an old copy": Attack(restore_old, (9, "rewritten"), bare=False),
    "move a leaf": Attack(move_leaf, (4, "leaf_changed"), bare=True),
    "hide from the tree": Attack(hide_from_tree, (9, "truncated"), bare=True),
}
