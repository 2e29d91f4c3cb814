"""Run one check and count what it found (运行检查)."""

from __future__ import annotations

import os
import subprocess
import time
from collections import Counter
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from yichuang.faces.terminal.testing.checks import ROOT, Check
from yichuang.faces.terminal.testing.engines import CannotRun
from yichuang.faces.terminal.testing.report import Outcome

__all__ = ["CannotRun", "counts", "left_out", "run"]

PATIENCE = 1200  # seconds after which a check is a failure, not a wait
_NOTHING_COLLECTED = 5
_REPORT = "report.xml"
_LEFT_OUT = "NOT RUN: "  # how the reason of a skip begins where a tool is missing, in every test of ours


def run(check: Check, folder: Path, *, quick: bool = False) -> Outcome:
    """Run the check and return what it found. Raises CannotRun when something it needs is missing."""
    if find_spec(check.module) is None:
        raise CannotRun(f"缺少 {check.module}", "uv sync")
    started = time.monotonic()
    if check.suite is None:
        numbers, missed = _static(check), ()
    else:
        numbers = _suite(check, folder, quick=quick)
        missed = left_out(folder / _REPORT)
    return Outcome(check.title, *numbers, time.monotonic() - started, missed=missed)


def counts(report: Path) -> tuple[int, int, int]:
    """Return passed, failed and skipped from a JUnit report."""
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314  our own file
    total, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    return total - failures - errors - skipped, failures + errors, skipped


def left_out(report: Path) -> tuple[tuple[str, int], ...]:
    """Return why tests were left out for want of a tool, each reason with how many tests; nothing without a report."""
    if not report.exists():
        return ()
    reasons = (row.get("message", "") for row in ElementTree.parse(report).getroot().iter("skipped"))  # noqa: S314
    said = Counter(reason.removeprefix(_LEFT_OUT) for reason in reasons if reason.startswith(_LEFT_OUT))
    return tuple(sorted(said.items()))


def _static(check: Check) -> tuple[int, int, int]:
    code = _call(check, check.command, os.environ)
    return (1, 0, 0) if code == 0 else (0, 1, 0)


def _suite(check: Check, folder: Path, *, quick: bool) -> tuple[int, int, int]:
    assert check.suite is not None
    folder.mkdir()
    report = folder / _REPORT
    marks = " and ".join(filter(None, (check.marks, "not slow" if quick else "")))
    command = (*check.command, f"--junitxml={report}", *(("-m", marks) if marks else ()))
    with check.suite(folder) as variables:
        code = _call(check, command, {**_neutral(os.environ), **_compiled(folder.parent), **variables})
    if code == _NOTHING_COLLECTED:
        raise CannotRun("没有可运行的测试", " ".join(check.command[1:]))
    passed, failed, skipped = counts(report) if report.exists() else (0, 0, 0)
    return passed, failed or int(code != 0), skipped


def _neutral(variables: Mapping[str, str]) -> dict[str, str]:
    """Leave out what somebody set for an installation of theirs."""
    return {name: value for name, value in variables.items() if not name.startswith("YICHUANG_")}


def _compiled(folder: Path) -> dict[str, str]:
    """Where no bytecode may be written beside the code, keep it for this run: hundreds of processes need it."""
    if not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        return {}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _call(check: Check, command: tuple[str, ...], variables: Mapping[str, str]) -> int:
    env = {name: value for name, value in variables.items() if value}
    told: dict[str, int] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if check.beside else {}
    try:
        done = subprocess.run(command, cwd=ROOT, env=env, timeout=PATIENCE, check=False, **told)  # noqa: S603
        if check.beside:
            print(f"\n━━ {check.title}\n{done.stdout.decode(errors='replace')}", end="", flush=True)
        return done.returncode
    except subprocess.TimeoutExpired as late:
        print((late.stdout or b"").decode(errors="replace"), flush=True)  # how far it came
        print(f"超过 {PATIENCE} 秒没有结束 · timed out", flush=True)
        return 1
