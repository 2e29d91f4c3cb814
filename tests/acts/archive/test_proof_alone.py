"""The proof in a package against the root that the public page told of its day, with nothing but the program in it.

So somebody who keeps one small file, or a line on paper, finds in thirty years whether a package was changed.
"""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from tests.acts.archive.tampering import parts_of
from tests.acts.archive.walks import FILED, closed
from tests.acts.city import City, on
from tests.acts.proofs.book import REGION, change, disarm, placed, rechain, replant
from yichuang.acts.archive.pack import pack_missing
from yichuang.acts.archive.register import Registration, register_archive
from yichuang.acts.proofs.of_case import proof_of
from yichuang.acts.proofs.running import prove, signing
from yichuang.records.archive.models import ArchiveItem
from yichuang.records.archive.package import canonical
from yichuang.records.cases.models import Case
from yichuang.records.filestore import store
from yichuang.records.ledger.proofs.checkpoints import as_told
from yichuang.records.ledger.proofs.models import Checkpoint
from yichuang.records.ledger.proofs.saying import checkpoint_bytes

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 4, 9, 8, tzinfo=UTC)


def proven(at: datetime = DAY) -> None:
    """Sign on a day and on the next, when the root of the day is fixed."""
    for days in (0, 1):
        prove(at + timedelta(days=days), whole=True)


@pytest.fixture
def folder(city: City, tmp_path: Path) -> Path:
    """Proof and program out of the package of a case, and the root of the day as the public page handed it out."""
    no = closed(city)
    proven()
    register_archive(Registration(on(no)), city.ctx("manager", FILED))
    assert pack_missing(REGION, city.ctx("system", FILED), 9, []) == 1
    row = ArchiveItem.objects.get(region_code=REGION)
    parts = parts_of(store().path(row.digest).read_bytes())
    for name in ("proof.json", "verify_ledger.py"):
        (tmp_path / name).write_bytes(parts[name])
    (tmp_path / "root.json").write_bytes(Client().get(f"/proofs/days/{DAY:%Y-%m-%d}.json").content)
    return tmp_path


def verdict(folder: Path) -> tuple[int, str]:
    """Run the program, apart from everything that is installed."""
    command = [sys.executable, "-I", "verify_ledger.py", "--proof", "proof.json", "--root", "root.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    return done.returncode, done.stdout + done.stderr


def test_a_package_stands_under_the_root_of_its_day(folder: Path) -> None:
    code, said = verdict(folder)
    assert (code, "没有发现改动" in said) == (0, True), said


def test_a_changed_entry_is_found(folder: Path) -> None:
    told = json.loads((folder / "proof.json").read_bytes())
    told["entries"][2]["hash"] = "ab" * 32
    (folder / "proof.json").write_bytes(canonical(told))
    code, said = verdict(folder)
    assert (code, "not_included" in said) == (1, True), said


def test_a_ledger_written_anew_with_its_own_key_is_found(folder: Path) -> None:
    """Chain, tree and checkpoint agree with each other again; the root that was kept does not."""
    case = Case.objects.get(region_code=REGION)
    with transaction.atomic():
        disarm()
        order = placed()[: json.loads((folder / "root.json").read_bytes())["checkpoint"]["size"]]
        change(order[2], facts={"rows": [], "numbers": {}, "words": "不予受理"})
        rechain(order[2].subject_id)
        replant(order)
        proven()
        (folder / "proof.json").write_bytes(canonical(proof_of(REGION, case.id, case.no)))
        transaction.set_rollback(True)
    code, said = verdict(folder)
    assert (code, "不在给的根之中" in said) == (1, True), said


def test_a_root_of_another_day_proves_nothing(folder: Path) -> None:
    proven(DAY + timedelta(days=1))
    later = Client().get(f"/proofs/days/{DAY + timedelta(days=1):%Y-%m-%d}.json")
    assert later.json()["checkpoint"]["size"] > json.loads((folder / "proof.json").read_bytes())["checkpoint"]["size"]
    (folder / "root.json").write_bytes(later.content)
    code, said = verdict(folder)
    assert (code, "另取那一天的" in said) == (1, True), said


def test_a_root_that_was_signed_twice_is_found(folder: Path) -> None:
    """As many entries, another root, the same key: whoever kept the first has it in writing."""
    told = json.loads((folder / "proof.json").read_bytes())
    row = Checkpoint.objects.get(size=told["checkpoint"]["size"])
    row.root = "cd" * 32
    row.signature = signing().signer.sign(checkpoint_bytes(as_told(row)))
    (folder / "proof.json").write_bytes(canonical(told | {"checkpoint": as_told(row), "entries": []}))
    code, said = verdict(folder)
    assert (code, "fork" in said) == (1, True), said
