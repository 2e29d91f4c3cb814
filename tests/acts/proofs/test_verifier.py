"""The offline verifier stands alone: short, of nothing but the standard library, and right about signatures."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.acts.proofs.book import Book
from yichuang.records.ledger.proofs import verify_ledger as alone
from yichuang.records.ledger.proofs.keys import SM, holds, signer_in

SOURCE = Path(alone.__file__)
OWN = {"argparse", "hashlib", "hmac", "json", "re", "sys", "datetime", "pathlib", "cryptography"}


def test_it_is_short_and_needs_nothing() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    tree = ast.walk(ast.parse(text, feature_version=(3, 9)))
    named = [node for node in tree if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {one.name for node in named if isinstance(node, ast.Import) for one in node.names}
    names |= {str(node.module).partition(".")[0] for node in named if isinstance(node, ast.ImportFrom)}
    assert names <= OWN
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("fast", [True, False])
def test_its_ed25519(tmp_path: Path, monkeypatch: Any, fast: bool) -> None:
    if not fast:
        monkeypatch.setattr(alone, "Fast", None)
    signer = signer_in(tmp_path)
    mark = signer.sign(b"said")
    assert alone.signed("intl", signer.public, b"said", mark)
    assert not alone.signed("intl", signer.public, b"sait", mark)
    for place in (0, 20, 40, 63):
        bent = bytearray.fromhex(mark)
        bent[place] ^= 1
        assert not alone.signed("intl", signer.public, b"said", bent.hex())
    assert not alone.signed("intl", "00", b"said", mark)


def test_its_ed25519_by_the_vector_of_the_rfc(monkeypatch: Any) -> None:
    monkeypatch.setattr(alone, "Fast", None)
    key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    mark = (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert alone.signed("intl", key, b"\x72", mark)
    assert not alone.signed("intl", key, b"\x73", mark)


def test_its_sm2(tmp_path: Path) -> None:
    signer = signer_in(tmp_path, SM)
    mark = signer.sign(b"said")
    assert holds(SM, signer.public, b"said", mark)
    assert alone.signed("sm", signer.public, b"said", mark)
    assert not alone.signed("sm", signer.public, b"sait", mark)
    assert not alone.signed("sm", signer.public, b"said", f"{mark[:-2]}{int(mark[-2:], 16) ^ 1:02x}")
    assert not alone.signed("sm", "00" * 64, b"said", mark)


def test_a_ledger_signed_by_the_state_suite(keys: Path, city: Any, settings: Any) -> None:
    settings.YICHUANG_PROOFS = {**settings.YICHUANG_PROOFS, "suite": SM}
    book = Book(keys).live()
    assert book.watch.pinned["suite"] == SM
    assert book.found() == []


def test_as_a_program(book: Book, tmp_path: Path) -> None:
    (tmp_path / "verify_ledger.py").write_bytes(SOURCE.read_bytes())
    command = [sys.executable, "-I", str(tmp_path / "verify_ledger.py")]
    whole = [str(book.export()), "--witness", str(book.watch.path)]
    sound = subprocess.run([*command, *whole], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (sound.returncode, sound.stdout.splitlines()[0]) == (0, "核验 12 条，没有发现改动。")
    bent = book.export()
    bent.write_bytes(bent.read_bytes().replace("受理".encode(), "驳回".encode(), 1))
    told = subprocess.run([*command, *whole, "--json"], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert json.loads(told.stdout.splitlines()[0])["kind"] == "entry_changed"
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
