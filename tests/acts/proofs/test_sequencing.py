"""Every committed entry gets one place, whenever it comes to light; twice or at once nothing changes."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import DatabaseError, close_old_connections, connection, transaction

from tests.acts.proofs.book import REGION, START, Book, made
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.ledger.proofs import proving, sequencing
from yichuang.records.ledger.proofs.models import APPEND_ONLY, Checkpoint, Leaf, TreeHead
from yichuang.records.ledger.proofs.sequencing import place_entries


def places() -> list[tuple[int, UUID]]:
    return list(Leaf.objects.order_by("position").values_list("position", "entry_id"))


def test_twice_is_once(book: Book) -> None:
    before = places()
    assert [place for place, _ in before] == list(range(12))
    assert place_entries([REGION], book.at, whole=True) == 0
    assert places() == before


def test_batches_make_the_same_tree(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(7):
        book.add(new_id())
    monkeypatch.setattr(sequencing, "BATCH", 2)
    assert place_entries([REGION], book.at, whole=True) == 7
    held = TreeHead.objects.get()
    assert proving.root_at(19) == sequencing.frontier_of(held).root()


def test_an_entry_that_comes_to_light_late_gets_in(book: Book) -> None:
    """Its id was made before others that were placed already."""
    now = START + timedelta(days=1)
    place_entries([REGION], now)
    early = int((now - timedelta(minutes=3)).timestamp() * 1000) << 80
    late = made(new_id(), None, now)
    late.id = UUID(int=early)
    late.save(force_insert=True)
    assert place_entries([REGION], now + timedelta(seconds=30)) == 1
    assert places()[-1] == (12, late.id)


def test_one_that_was_forgotten_gets_in_within_the_hour(book: Book) -> None:
    now = START + timedelta(days=1)
    place_entries([REGION], now)
    late = made(new_id(), None, now)
    late.id = UUID(int=int(START.timestamp() * 1000) << 80)
    late.save(force_insert=True)
    assert place_entries([REGION], now + timedelta(minutes=1)) == 0
    assert place_entries([REGION], now + timedelta(hours=1)) == 1


def test_a_crash_in_between_leaves_nothing(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    book.add(new_id())

    def crash(*_args: object, **_more: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(TreeHead, "save", crash)
    with pytest.raises(RuntimeError), transaction.atomic():
        place_entries([REGION], book.at, whole=True)
    monkeypatch.undo()
    assert len(places()) == TreeHead.objects.get().size == 12
    assert place_entries([REGION], book.at, whole=True) == 1


def test_nothing_of_it_can_be_changed(book: Book) -> None:
    for model in APPEND_ONLY:
        table = model._meta.db_table
        column = "size" if table == "ledger_dailyroot" else model._meta.pk.column
        if not model.objects.exists():
            continue
        for sql in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                connection.cursor().execute(sql)


def test_nothing_new_only_a_sign_of_life(book: Book) -> None:
    count, beat = Checkpoint.objects.count(), TreeHead.objects.get().beat
    book.prove()
    held = TreeHead.objects.get()
    assert Checkpoint.objects.count() == count
    assert (held.beat["root"], held.beat["time"] > beat["time"]) == (beat["root"], True)


def test_a_tree_that_does_not_extend_the_last_checkpoint_is_not_signed(book: Book) -> None:
    book.add(new_id())
    TreeHead.objects.update(peaks=["00" * 32, "11" * 32])
    book.prove()
    assert Checkpoint.objects.count() == 4
    assert "接不上" in TreeHead.objects.get().fault


def test_a_clock_that_runs_back_is_told(book: Book) -> None:
    book.at -= timedelta(hours=1)
    book.prove()
    assert TreeHead.objects.get().fault == "时钟早于上一个检查点"


@pytest.mark.postgres
def test_two_at_once_on_postgresql(emptied: None, transactional_db: None) -> None:
    entries = [made(new_id(), None, START) for _ in range(60)]
    Entry.objects.bulk_create(entries)
    ready = Barrier(3)

    def run() -> None:
        ready.wait()
        place_entries([REGION], START, whole=True)
        close_old_connections()
        connection.close()

    threads = [Thread(target=run) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [place for place, _ in places()] == list(range(60))
    assert {key for _, key in places()} == {entry.id for entry in entries}
