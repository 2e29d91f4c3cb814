"""A witness on its own disk follows the running centre; everybody sees that it did; the supervisor has no alarm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, People
from tests.browser.visitor import Site

pytestmark = pytest.mark.browser


def looked(site: Site, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "yichuang.faces.terminal.witness", "--from", site.url, "--data", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([*command, "--once"], env=env, capture_output=True, text=True, check=False)


def test_a_witness_and_who_sees_it(people: People, site: Site, tmp_path: Path) -> None:
    first = looked(site, tmp_path)
    assert (first.returncode, "签了" in first.stdout, "403" in first.stdout) == (0, True, True), first
    keys = site.data / "proofs" / "witnesses"
    keys.mkdir(parents=True, exist_ok=True)
    (keys / "one.pub").write_bytes((tmp_path / "key.pub").read_bytes())
    again = looked(site, tmp_path)
    assert (again.returncode, "403" in again.stdout) == (0, False), again
    visitor = people("")
    visitor.open("/proofs/")
    assert "存证根" in visitor.text
    visitor.check()
    overseer = people("manager")
    overseer.open("/supervision/proofs/")
    assert "没有告警" in overseer.text
    overseer.check()
