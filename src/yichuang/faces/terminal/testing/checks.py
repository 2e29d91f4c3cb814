"""Which checks there are, in the order in which they run (检查清单)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from yichuang.faces.terminal.testing.engines import chromium, postgres, sqlite

ROOT = Path(__file__).resolve().parents[5]

Surroundings = Callable[[Path], AbstractContextManager[dict[str, str]]]
_PYTHON = sys.executable
WORKERS = min(os.cpu_count() or 1, 4)
_PYTEST = (
    _PYTHON,
    "-m",
    "pytest",
    "-q",
    "--no-header",
    "--color=yes" if sys.stdout.isatty() else "--color=no",
)
_PARALLEL = ("-n", str(WORKERS), "--dist", "loadfile")
# judged without a database: once is enough
_PURE = ("--ignore=tests/rules", "--ignore=tests/law")
_ONE_CORE = "one core"
_WAITING = "waiting"  # for a server or a browser, half of their time: together they leave no core idle
_ELSEWHERE = ("--ignore=tests/guards", "--ignore=tests/browser")


@dataclass(frozen=True, slots=True)
class Check:
    """One check: a command, and for a suite the surroundings (database, browser) it runs in."""

    name: str
    title: str
    command: tuple[str, ...]
    module: str  # the development dependency it needs
    suite: Surroundings | None = None
    marks: str = ""  # which tests of the suite
    quick: bool = True
    beside: str = ""  # runs at the same time as its neighbours of the same word


CHECKS = (
    Check("ruff", "代码规范 · ruff check", (_PYTHON, "-m", "ruff", "check", "."), "ruff", beside=_ONE_CORE),
    Check("mypy", "类型 · mypy --strict (rules, law, acts)", (_PYTHON, "-m", "mypy"), "mypy", beside=_ONE_CORE),
    Check(
        "imports",
        "依赖方向 · lint-imports",
        (str(Path(_PYTHON).parent / "lint-imports"),),
        "importlinter",
        beside=_ONE_CORE,
    ),
    Check("guards", "守护测试 · guards", (*_PYTEST, "tests/guards"), "pytest", sqlite, beside=_ONE_CORE),
    Check(
        "sqlite",
        "测试（SQLite）· suite on SQLite",
        (*_PYTEST, *_PARALLEL, *_ELSEWHERE, "tests"),
        "pytest",
        sqlite,
        marks="not postgres",
    ),
    Check(
        "postgres",
        "测试（PostgreSQL）· suite on PostgreSQL",
        (*_PYTEST, *_PARALLEL, *_ELSEWHERE, *_PURE, "tests"),
        "pytest",
        postgres,
        quick=False,
        beside=_WAITING,
    ),
    Check(
        "browser",
        "浏览器 · browser journeys",
        (*_PYTEST, "tests/browser"),
        "pytest",
        chromium,
        marks="browser",
        quick=False,
        beside=_WAITING,
    ),
)
