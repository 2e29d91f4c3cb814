"""Every forged paper is found: by the seal where it can see it, by the register's digest of the whole file always."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.records.seals.corpus import forgeries
from tests.records.seals.offices import NAME, Office, office
from yichuang.faces.terminal.verify.asking import Asked
from yichuang.faces.terminal.verify.paper import check
from yichuang.records.seals.signing.check import check_pdf

PDFSIG = shutil.which("pdfsig")


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
