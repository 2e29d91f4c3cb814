"""Every forged paper is found: by the seal where it can see it, by the register's digest of the whole file always."""

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.records.documents.made import URL, made
from tests.records.documents.samples import CASE_NO, sample
from tests.records.seals.codes import forged_codes
from tests.records.seals.corpus import forgeries
from tests.records.seals.offices import NAME, Office, office
from yichuang.faces.terminal.verify.asking import Asked
from yichuang.faces.terminal.verify.paper import check
from yichuang.records.documents.rendering import target_of
from yichuang.records.seals.signing import check as checking
from yichuang.records.seals.signing.check import check_pdf

PDFSIG, QPDF, ZBAR = map(shutil.which, ("pdfsig", "qpdf", "zbarimg"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office whose papers are forged."""
    return office(tmp_path_factory.mktemp("office"))


def test_a_good_paper_passes(good: Office, tmp_path: Path) -> None:
    for archival in (False, True):
        found = check_pdf(good.paper(archival=archival), good.trust)
        assert (found.fault, found.signer, found.test, found.archival) == ("", NAME, True, archival)


def test_every_forgery_is_found(good: Office, tmp_path: Path) -> None:
    known = {hashlib.sha256(good.paper()).hexdigest()}
    path, seen, blind = tmp_path / "paper.pdf", 0, list[str]()

    def register(no: str, content: bytes) -> bool | None:
        return hashlib.sha256(content).hexdigest() in known or (False if no else None)

    for name, content in forgeries(good, tmp_path):
        path.write_bytes(content)
        found = check(Asked(path, good.trust, register))
        assert not found.ok, f"not found: {name}"
        seen += 1
        blind += [name] if found.fault.startswith("register_") else []  # the seal itself saw nothing
    assert seen >= 100
    # What the seal alone can't see: bytes that say nothing; a stamp taken off again; another good paper.
    assert all(name.startswith(("flip", "another paper", "without its last")) for name in blind), blind
    assert len(blind) < seen // 10


def test_a_checker_that_overlooks_changes_is_caught(good: Office, tmp_path: Path, monkeypatch: Any) -> None:
    """The corpus itself is tried: against a checker that is broken on purpose it must find something."""
    forged = list(forged_codes(good, tmp_path))
    assert [name for name, content in forged if check_pdf(content, good.trust).ok] == []
    monkeypatch.setattr(checking, "_layout", lambda content, signatures: None)
    monkeypatch.setattr(checking, "_unchanged", lambda status: "")
    overlooked = [name for name, content in forged if check_pdf(content, good.trust).ok]
    assert [name for name in overlooked if name.startswith("a code over it")]
    assert not [name for name in overlooked if "elsewhere" in name or "without a seal" in name]


@pytest.mark.skipif(ZBAR is None, reason="NOT RUN: zbarimg — apt-get install zbar-tools")
def test_an_independent_reader_reads_the_codes(tmp_path: Path) -> None:
    for kind in ("acceptance", "certificate"):
        picture = pypdfium2.PdfDocument(made(kind))[0].render(scale=300 / 72).to_pil()
        picture.save(tmp_path / f"{kind}.png")
        done = subprocess.run(
            [str(ZBAR), "-q", str(tmp_path / f"{kind}.png")], capture_output=True, text=True, check=True
        )
        assert set(done.stdout.split()) == {f"CODE-128:{CASE_NO}", f"QR-Code:{target_of(sample(kind), CASE_NO, URL)}"}


@pytest.mark.skipif(QPDF is None, reason="NOT RUN: qpdf — apt-get install qpdf")
def test_an_independent_reader_finds_a_sealed_paper_whole(good: Office, tmp_path: Path) -> None:
    """And it is marked as an archive file as it was before: sealing takes nothing of it away."""
    path = tmp_path / "sealed.pdf"
    for archival in (False, True):
        path.write_bytes(good.paper(archival=archival))
        done = subprocess.run([str(QPDF), "--check", str(path)], capture_output=True, text=True, check=False)
        assert (done.returncode, "No syntax or stream encoding errors found" in done.stdout) == (0, True)
        with pikepdf.open(path) as pdf:
            meta = pdf.open_metadata()
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
            assert pdf.Root.MarkInfo.Marked
            assert "/OutputIntents" in pdf.Root
            seal = pdf.pages[0].Annots[0]
            assert (int(seal.F) & 0b111, "/N" in seal.AP) == (0b100, True)  # printed, neither hidden nor invisible


def test_what_a_forged_file_says_is_a_word(good: Office) -> None:
    paper = good.paper()
    assert check_pdf(paper + b" ", good.trust).fault == "junk"
    assert check_pdf(b"%PDF-1.7 nonsense", good.trust).fault == "unreadable"
    assert check_pdf(paper, office(good.seal.parent / "strangers").trust).fault == "untrusted"


@pytest.mark.skipif(PDFSIG is None, reason="NOT RUN: pdfsig — apt-get install poppler-utils")
def test_an_independent_validator_agrees(good: Office, tmp_path: Path) -> None:
    paper, said = good.paper(), []
    for number, content in enumerate((paper, paper.replace(b"/Rotate", b"/rotate", 1), _changed(paper))):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(content)
        said.append(subprocess.run([str(PDFSIG), str(path)], capture_output=True, text=True, check=False).stdout)
    assert "Signature is Valid" in said[0]
    assert "Total document signed" in said[0]
    assert "Signature is Valid" not in said[2]


def _changed(paper: bytes) -> bytes:
    """Change one byte of what is signed: in a stream of the page."""
    place = paper.index(b"stream") + 40
    return paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :]
