"""The import contracts of .importlinter hold, and each bites a planted import."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.sources import PACKAGE, ROOT

LINT = Path(sys.executable).parent / "lint-imports"


def lint(src: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over a copy of the package."""
    command = [LINT, "--config", ROOT / ".importlinter", "--no-cache"]
    return subprocess.run(
        command,
        cwd=src,
        env={"PYTHONPATH": str(src)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's folders with nothing but their __init__: quick to copy and to read."""
    src = tmp_path_factory.mktemp("src")
    for init in PACKAGE.rglob("__init__.py"):
        target = src / "yichuang" / init.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    for missing in ("portal", "window"):
        (src / "yichuang" / "faces" / missing).mkdir(parents=True, exist_ok=True)
        (src / "yichuang" / "faces" / missing / "__init__.py").touch()
    return src


def test_the_contracts_hold() -> None:
    answer = lint(ROOT / "src")
    assert answer.returncode == 0, answer.stdout.partition("Contracts\n")[2]


@pytest.mark.parametrize(
    ("path", "text", "contract"),
    [
        ("rules/planted.py", "import yichuang.law", "Six rooms"),
        ("law/planted.py", "from yichuang.records import cases", "Six rooms"),
        ("records/cases/planted.py", "import yichuang.acts", "Six rooms"),
        ("acts/planted.py", "import yichuang.faces", "Six rooms"),
        ("faces/common/planted.py", "import yichuang.config", "Six rooms"),
        ("utils/__init__.py", "", "Six rooms"),
        ("faces/portal/planted.py", "import yichuang.faces.window", "Faces do not know each other"),
        ("faces/common/planted.py", "import yichuang.faces.portal", "Faces do not know each other"),
        ("faces/helpers/__init__.py", "", "Faces do not know each other"),
        ("records/org/planted.py", "import yichuang.records.cases", "The record books are stacked"),
        (
            "records/documents/planted.py",
            "import yichuang.records.certificates",
            "The record books are stacked",
        ),
        ("records/ledger/planted.py", "import yichuang.records.org", "The record books are stacked"),
        ("records/misc/__init__.py", "", "The record books are stacked"),
        ("rules/planted.py", "import django", "Rules know no Django"),
        ("rules/planted.py", "import yaml", "Rules know no Django"),
        ("law/planted.py", "from django.conf import settings", "Law knows no Django"),
    ],
)
def test_they_bite(skeleton: Path, tmp_path: Path, path: str, text: str, contract: str) -> None:
    src = tmp_path / "src"
    shutil.copytree(skeleton, src)
    planted = src / "yichuang" / path
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(text, encoding="utf-8")
    answer = lint(src)
    broken = [line for line in answer.stdout.splitlines() if line.endswith("BROKEN")]
    assert [line.startswith(contract) for line in broken] == [True], answer.stdout + answer.stderr
