"""A small ledger with a tree, checkpoints and a witness, and everything that a database superuser could do to it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.test import Client

from yichuang.acts.proofs.running import prove, signing
from yichuang.faces.terminal.witness.fetching import Away
from yichuang.faces.terminal.witness.folder import Folder
from yichuang.faces.terminal.witness.following import Limits, Round, follow
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS, HASHED, entry_hash, payload_digest
from yichuang.records.ledger.models import Entry, Payload
from yichuang.records.ledger.proofs import export
from yichuang.records.ledger.proofs.hashing import Frontier, leaf_hash
from yichuang.records.ledger.proofs.models import Checkpoint, DailyRoot, Leaf, TreeHead, TreeNode
from yichuang.records.ledger.proofs.verify_ledger import Check

REGION = "990100"
START = datetime(2026, 3, 2, 2, tzinfo=UTC)
STEP = timedelta(minutes=1)


class Book:
    """Three chains of four entries, a checkpoint after each three; a minute for each entry."""

    def __init__(self, path: Path) -> None:
        self.path, self.at = path, START
        self.subjects = [new_id() for _ in range(3)]
        self.ends: dict[Any, Entry] = {}
        self.watch = Folder(path / "witness")
        (path / "keys" / "witnesses").mkdir(parents=True, exist_ok=True)
        (path / "keys" / "witnesses" / "one.pub").write_text(self.watch.public)

    def live(self) -> Book:
        """Let the ledger grow as it does."""
        for number in range(12):
            self.add(self.subjects[number % 3])
            if number % 3 == 2:
                self.prove()
                assert not self.follow().alarms
        return self

    def add(self, subject: Any, **more: Any) -> Entry:
        """Put one more entry on a chain."""
        self.at += STEP
        entry = made(subject, self.ends.get(subject), self.at, **more)
        entry.save(force_insert=True)
        self.ends[subject] = entry
        salt, body = "ab" * 16, {"reason": str(entry.seq)}
        Payload.objects.create(region_code=REGION, entry_id=entry.id, salt=salt, body=body)
        return entry

    def prove(self) -> None:
        """Run the honest job."""
        self.at += STEP
        prove(self.at, whole=True)

    def follow(self) -> Round:
        """Let the witness look once."""
        return follow(self.watch, Asked(), Limits(clock=1e12, silence=1e12), lambda: self.at)

    def export(self, *, payloads: bool = False) -> Path:
        """Write the export."""
        path = self.path / "ledger.txt"
        path.write_bytes(b"".join(export.lines([REGION], signing().origin, payloads=payloads)))
        return path

    def found(self, *, witness: bool = True, payloads: bool = False, **more: Any) -> list[tuple[int | None, str]]:
        """Return what the offline verifier says, place and kind, the first one first."""
        wish = {"witness": str(self.watch.path) if witness else None, "key": None, "root": [], "receipt": []} | more
        check = Check(type("Wish", (), wish)())
        check.ledger(self.export(payloads=payloads))
        key: Callable[[Any], Any] = lambda one: (one["place"] is None, one["place"] or 0)  # noqa: E731
        return [(one["place"], one["kind"]) for one in sorted(check.found, key=key)]


@contextmanager
def suffering(book: Book, attack: Callable[[Book], None]) -> Iterator[Book]:
    """Let a book suffer an attack, and undo all of it afterwards, on disk, too."""
    before, aside = (book.at, dict(book.ends)), book.path.with_name("aside")
    shutil.copytree(book.path, aside)
    with transaction.atomic():
        disarm()
        attack(book)
        yield book
        transaction.set_rollback(True)
    shutil.rmtree(book.path)
    aside.rename(book.path)
    book.at, book.ends = before
    book.watch = Folder(book.path / "witness")


class Asked:
    """The public addresses, asked without a network."""

    def octets(self, path: str, body: bytes | None = None) -> bytes:
        """Ask."""
        client = Client(REMOTE_ADDR=str(new_id()))
        answer = client.get(path) if body is None else client.post(path, body, content_type="application/json")
        if answer.status_code != 200:
            raise Away(f"{path} {answer.status_code}")
        return bytes(answer.content)

    def told(self, path: str) -> Any:
        """Ask for JSON."""
        return json.loads(self.octets(path))

    def tell(self, path: str, told: Any) -> None:
        """Send JSON."""
        self.octets(path, json.dumps(told).encode())


def made(subject: Any, before: Entry | None, at: datetime, **more: Any) -> Entry:
    """Return an entry over another one."""
    columns = {
        "region_code": REGION, "subject": "case", "subject_id": subject, "seq": before.seq + 1 if before else 1,
        "verb": "case.noted", "facts": {"rows": [], "numbers": {}, "words": "受理"}, "answer": {"no": "JN-1"},
        "at": at, "recorded_at": at, "prev_hash": before.hash if before else GENESIS, "idem_key": None,
        "algorithm": "sha256", "request_digest": "", "actor_id": None, "post_id": None, "acting_for_id": None,
        "item_version_id": None,
    } | more  # fmt: skip
    columns["payload_digest"] = payload_digest("ab" * 16, {"reason": str(columns["seq"])})
    return Entry(id=new_id(), hash=entry_hash(columns), **columns)


# --- what a superuser can do ---------------------------------------------------------------------------------------


def disarm() -> None:
    """Switch the triggers off, as only a superuser can."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def placed() -> list[Entry]:
    """Return the entries in the order of the tree."""
    ids = list(Leaf.objects.order_by("position").values_list("entry_id", flat=True))
    found = Entry.objects.filter(region_code=REGION).in_bulk(ids)
    return [found[key] for key in ids if key in found]


def change(entry: Entry, **columns: Any) -> None:
    """Change columns of an entry, nothing else."""
    Entry.objects.filter(region_code=REGION, pk=entry.pk).update(**columns)


def remove(*entries: Entry) -> None:
    """Delete entries with what belongs to them."""
    keys = [entry.pk for entry in entries]
    Payload.objects.filter(region_code=REGION, entry_id__in=keys).delete()
    Entry.objects.filter(region_code=REGION, pk__in=keys).delete()


def rechain(subject: Any) -> None:
    """Make a chain agree with itself again, whatever was done to it."""
    before = GENESIS
    for seq, entry in enumerate(Entry.objects.filter(region_code=REGION, subject_id=subject).order_by("seq"), 1):
        entry.seq, entry.prev_hash = seq, before
        before = entry_hash({name: getattr(entry, name) for name in HASHED})
        change(entry, seq=seq, prev_hash=entry.prev_hash, hash=before)


def replant(entries: Iterable[Entry]) -> None:
    """Plant the whole tree anew over what stands in the table now, and throw the checkpoints away."""
    order = [entry.pk for entry in entries]
    for model in (Leaf, TreeNode, Checkpoint, DailyRoot):
        model.objects.all().delete()
    hashes = dict(Entry.objects.filter(region_code=REGION).values_list("id", "hash"))
    grown = Frontier()
    for place, key in enumerate(order):
        leaf = leaf_hash(hashes[key])
        Leaf.objects.create(position=place, region_code=REGION, entry_id=key, hash=leaf, placed_at=START)
        for no, top in grown.append(leaf):
            TreeNode.objects.create(no=no, hash=top)
    TreeHead.objects.update(size=grown.size, peaks=[peak.hex() for peak in grown.peaks], beat={})
