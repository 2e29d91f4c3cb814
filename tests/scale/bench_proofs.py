"""How long proofs take at a million entries; by hand:  python -m tests.scale.bench_proofs [entries] [folder].

Prints JSON: verifying an export, growing and proving in a stored tree, placing entries, a witness's memory.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def main(count: int, folder: Path) -> None:
    """Measure everything."""
    os.environ |= {"YICHUANG_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "yichuang.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    told: dict[str, Any] = {"entries": count}
    path = folder / "export.txt"
    timed(told, "write_export_s", lambda: export(path, count))
    timed(told, "verify_s", lambda: verified(path))
    hashes = [line.split(b"\t")[3].decode() for line in path.open("rb") if line.startswith(b"E")]
    told["tree_only_s"] = clocked(lambda: tree(hashes))
    told |= stored(hashes) | placing(min(count, 20_000)) | witness(folder, hashes)
    print(json.dumps(told, indent=1))


def timed(told: dict[str, Any], name: str, do: Callable[[], object]) -> None:
    told[name] = clocked(do)


def clocked(do: Callable[[], object]) -> float:
    """Return seconds of processor time."""
    start = time.process_time()
    do()
    return round(time.process_time() - start, 2)


def export(path: Path, count: int) -> None:
    """Write an export of many chains of ten entries, as large as those of real acts."""
    from yichuang.records.ids import new_id
    from yichuang.records.ledger.canonical import GENESIS, digest_of_text, octets, written
    from yichuang.records.ledger.proofs.hashing import leaf_hash

    rows = [["cases_case", str(new_id()), {"state": "reviewing", "version": 3, "due_on": "2026-05-01"}]] * 2
    facts = written({"rows": rows, "numbers": {}, "document": str(new_id())})
    digest, actor = digest_of_text(facts), str(new_id())
    before, subject = GENESIS, ""
    with path.open("wb") as out:
        out.write(b'H\t{"format":"yichuang-ledger/1","origin":"bench","payloads":false}\n')
        for place in range(count):
            if place % 10 == 0:
                before, subject = GENESIS, str(new_id())
            head = {
                "region_code": "990100", "subject": "case", "subject_id": subject, "seq": place % 10 + 1,
                "verb": "case.reviewed", "actor_id": actor, "post_id": actor, "acting_for_id": None,
                "item_version_id": actor, "at": "2026-03-02T02:00:00.000000+00:00",
                "recorded_at": "2026-03-02T02:00:00.000000+00:00", "facts": digest, "payload_digest": digest,
                "prev_hash": before, "algorithm": "sha256", "idem_key": str(place), "request_digest": digest,
                "answer": {"no": "JN-2026-000001"},
            }  # fmt: skip
            text = octets(written(head))
            before = sha256(text).hexdigest()
            leaf = leaf_hash(before).hex()
            line = "\t".join(("E", str(place), actor, before, leaf, text.decode(), facts))
            out.write(line.encode() + b"\n")


def verified(path: Path) -> None:
    from yichuang.records.ledger.proofs.verify_ledger import Check

    check = Check(type("Wish", (), {"witness": None, "key": None, "root": [], "receipt": []})())
    check.ledger(path)
    assert not check.found


def tree(hashes: list[str]) -> None:
    from yichuang.records.ledger.proofs.hashing import leaf_hash, root_of

    root_of(leaf_hash(one) for one in hashes)


def stored(hashes: list[str]) -> dict[str, Any]:
    """Grow a stored tree, prove places of it, and check the proofs."""
    from django.db import connection

    from yichuang.records.ids import new_id
    from yichuang.records.ledger.proofs import proving
    from yichuang.records.ledger.proofs.hashing import Frontier, leaf_hash
    from yichuang.records.ledger.proofs.paths import extends, holds_leaf

    grown, leaves, nodes, start = Frontier(), [], [], time.process_time()
    for entry_hash in hashes:
        leaf = leaf_hash(entry_hash)
        leaves.append((grown.size, "990100", new_id().hex, leaf, "2026-03-02"))
        nodes += grown.append(leaf)
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO ledger_leaf VALUES (%s, %s, %s, %s, %s)", leaves)
        cursor.executemany("INSERT INTO ledger_treenode VALUES (%s, %s)", nodes)
    told: dict[str, Any] = {"grow_stored_s": round(time.process_time() - start, 2)}
    size, root, places = grown.size, grown.root(), random.sample(range(grown.size), 200)
    start = time.process_time()
    paths = [proving.inclusion(place, size) for place in places]
    told["proof_ms"] = round((time.process_time() - start) * 5, 3)
    start = time.process_time()
    assert all(holds_leaf(leaves[at][3], at, size, path, root) for at, path in zip(places, paths, strict=True))
    told |= {"check_ms": round((time.process_time() - start) * 5, 3), "hashes": max(map(len, paths))}
    start, old = time.process_time(), size // 3
    path = proving.consistency(old, size)
    assert extends(old, proving.root_at(old), size, root, path)
    told["consistency_ms"] = round((time.process_time() - start) * 1000, 2)
    with connection.cursor() as cursor:
        for name in ("leaf_no_delete", "treenode_no_delete"):
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("DELETE FROM ledger_leaf")
        cursor.execute("DELETE FROM ledger_treenode")
    return told


def placing(count: int) -> dict[str, Any]:
    """Place entries by the sequencer, and go over all of them again."""
    from datetime import UTC, datetime

    from yichuang.records.ids import new_id
    from yichuang.records.ledger.models import Entry
    from yichuang.records.ledger.proofs.sequencing import place_entries

    now = datetime.now(UTC)
    same = {"region_code": "990100", "subject": "case", "seq": 1, "verb": "x", "facts": {}, "at": now, "answer": {}}
    rows = (Entry(**same, subject_id=new_id(), recorded_at=now, hash=os.urandom(32).hex()) for _ in range(count))
    Entry.objects.bulk_create(rows, batch_size=500)
    first = clocked(lambda: place_entries(["990100"], now))
    again = clocked(lambda: place_entries(["990100"], now, whole=True))
    return {"placed": count, "placed_per_s": round(count / max(first, 0.01)), "look_at_all_again_s": again}


def witness(folder: Path, hashes: list[str]) -> dict[str, Any]:
    """Open a witness's folder with all leaves, in a process of its own; return what it takes."""
    from yichuang.faces.terminal.witness.folder import Folder
    from yichuang.records.ledger.proofs.hashing import leaf_hash

    kept = Folder(folder / "witness")
    leaves = b"".join(leaf_hash(one) for one in hashes)
    grown = kept.grown_by(leaves)
    told = {"size": grown.size, "root": grown.root().hex()}
    kept.keep(leaves, grown, told)
    child = os.fork()
    if not child:
        os.execv(sys.executable, [sys.executable, "-c", _OPEN, str(folder / "witness")])
    _, _, used = os.wait4(child, 0)
    return {"witness_mb": round(used.ru_maxrss / 1024), "witness_open_s": round(used.ru_utime, 2)}


_OPEN = (
    "import sys; from pathlib import Path; from yichuang.faces.terminal.witness.folder import Folder; "
    "from yichuang.faces.terminal import witness; Folder(Path(sys.argv[1]))"
)

if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    if len(sys.argv) > 2:
        main(number, Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as place:
            main(number, Path(place))
