"""`./yc verify`: one line for each file, exit code, an extract of the register, all without Django."""

import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.records.documents.made import made
from tests.records.seals.offices import PASSWORD, Office, office, rendered
from yichuang.faces.terminal import verify
from yichuang.faces.terminal.verify import main
from yichuang.faces.terminal.verify.paper import number_in
from yichuang.records.documents.ofd import About, ofd_of
from yichuang.records.seals.signing.extract import extract_of
from yichuang.records.seals.signing.keys import from_file


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office whose papers are checked."""
    found = office(tmp_path_factory.mktemp("office"))
    (found.seal.parent / "good.pdf").write_bytes(found.paper())
    (found.seal.parent / "bad.pdf").write_bytes(found.paper() + b"\n")
    (found.seal.parent / "plain.pdf").write_bytes(rendered()[0])
    return found


def run(good: Office, *words: str) -> int:
    files = [str(good.seal.parent / word) if word.endswith((".pdf", ".json")) else word for word in words]
    return main([*files, "--trust", str(good.authority.trust)])


def test_a_good_paper(good: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(good, "good.pdf") == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "good.pdf：通过。嘉宁市水务局行政审批专用章（测试签章，不具有法律效力），2026-11-23 10:40:00"
    )
    assert said.count("\n") == 1


def test_one_bad_paper_among_good_ones(good: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(good, "good.pdf", "bad.pdf", "--json") == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["ok"], first["fault"]) == (True, "")
    assert (second["ok"], second["fault"]) == (False, "junk")


def test_wrong_use(good: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.pdf")]) == 2
    assert main([str(good.seal.parent / "good.pdf"), "--register", str(good.seal.parent / "good.pdf")]) == 2
    assert main([str(good.seal.parent / "good.pdf"), "--trust", str(tmp_path / "none.pem")]) == 2
    (tmp_path / "note.txt").write_text("没有格式")
    assert main([str(tmp_path / "note.txt")]) == 1


def test_whom_to_believe_is_the_installations_own(
    good: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trust file beside the paper convinces nobody; the one of the data folder at hand does."""
    monkeypatch.setattr(verify, "ROOT", tmp_path)
    monkeypatch.delenv("YICHUANG_DATA", raising=False)
    paper = tmp_path / "paper.pdf"
    paper.write_bytes((good.seal.parent / "good.pdf").read_bytes())
    (tmp_path / "trust.pem").write_bytes(good.authority.trust.read_bytes())
    assert main([str(paper)]) == 1
    assert "不能判断。签章完好，但没有信任文件" in capsys.readouterr().out
    own = tmp_path / "data" / "seals" / "authority"
    own.mkdir(parents=True)
    (own / "trust.pem").write_bytes(good.authority.trust.read_bytes())
    assert main([str(paper)]) == 0


def test_an_extract_of_the_register_is_believed(good: Office, capsys: pytest.CaptureFixture[str]) -> None:
    folder = good.seal.parent
    rows = {}
    for name in ("good.pdf", "plain.pdf"):
        content = (folder / name).read_bytes()
        rows[f"{name}:{number_in(content)}"] = hashlib.sha256(content).hexdigest()
    made = extract_of(rows, "2026-11-23", from_file(good.seal, PASSWORD))
    (folder / "register.json").write_bytes(made)
    (folder / "again.pdf").write_bytes(good.paper())
    assert run(good, "good.pdf", "plain.pdf", "--register", "register.json") == 0
    assert "没有加盖电子签章，与登记簿一致" in capsys.readouterr().out
    assert run(good, "again.pdf", "--register", "register.json") == 1
    assert "与登记簿的摘要不符" in capsys.readouterr().out
    (folder / "forged.json").write_bytes(made.replace(b'"good.pdf:', b'"Good.pdf:'))
    assert run(good, "good.pdf", "--register", "forged.json") == 2


def test_it_needs_no_django(good: Office) -> None:
    asked = [str(good.seal.parent / "good.pdf"), "--trust", str(good.authority.trust)]
    code = (
        f"import sys; from yichuang.faces.terminal.verify import main; main({asked!r}); print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_an_ofd_is_told_apart_and_never_genuine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.ofd"
    path.write_bytes(ofd_of(made("grant"), About("0" * 32, "准予决定书 5号", "嘉宁市水务局", date(2026, 11, 9))))
    assert main([str(path)]) == 1
    said = capsys.readouterr().out
    assert "OFD 没有电子签章，只供阅读" in said
    assert "准予决定书 5号" in said
    path.write_bytes(path.read_bytes()[:900])
    assert main([str(path)]) == 1
    assert "打不开" in capsys.readouterr().out
