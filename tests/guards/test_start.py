"""clock, law and check start without Django: in a fresh interpreter none of it is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.guards.sources import PACKAGE, ROOT

QUICK = ("main", "check", "clock", "law")


def loads_django(statement: str) -> bool:
    """Run the statement in a fresh interpreter and look."""
    code = f"{statement}\nimport sys; sys.exit('django' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "src", check=False, timeout=60)
    return answer.returncode != 0


@pytest.mark.parametrize("command", [name for name in QUICK if (PACKAGE / f"faces/terminal/{name}.py").exists()])
def test_quick_commands_load_no_django(command: str) -> None:
    assert not loads_django(f"import yichuang.faces.terminal.{command}")


def test_it_bites() -> None:
    assert loads_django("import django")
