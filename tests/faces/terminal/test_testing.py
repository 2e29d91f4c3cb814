from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from yichuang.faces.terminal import testing
from yichuang.faces.terminal.testing import engines
from yichuang.faces.terminal.testing.checks import CHECKS, ROOT, Check
from yichuang.faces.terminal.testing.report import Outcome, exit_code, table, total
from yichuang.faces.terminal.testing.running import CannotRun, counts, left_out, run

REPORT = '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'


@contextlib.contextmanager
def nothing(folder: Path) -> Iterator[dict[str, str]]:
    yield {"GREETING": str(folder)}


SCRIPT = """
import sys
path = next(word for word in sys.argv if word.startswith("--junitxml=")).removeprefix("--junitxml=")
open(path, "w").write({report!r})
sys.exit({code})
"""


def suite(code: int) -> Check:
    """A stand-in for a suite: writes a report where it is told to, then ends with the code."""
    script = SCRIPT.format(report=REPORT, code=code)
    return Check("demo", "demo", (sys.executable, "-c", script), "pytest", nothing)


def test_the_root_is_the_repository() -> None:
    assert (ROOT / "pyproject.toml").exists()
    assert [check.name for check in CHECKS] == [
        "ruff",
        "mypy",
        "imports",
        "guards",
        "sqlite",
        "postgres",
        "browser",
    ]


def test_a_report_is_counted(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    assert counts(tmp_path / "report.xml") == (3, 3, 3)


SKIPS = """<testsuites><testsuite tests="4" failures="0" errors="0" skipped="4">
<testcase><skipped message="NOT RUN: qpdf — apt-get install qpdf"/></testcase>
<testcase><skipped message="NOT RUN: qpdf — apt-get install qpdf"/></testcase>
<testcase><skipped message="NOT RUN: zbarimg — apt-get install zbar-tools"/></testcase>
<testcase><skipped message="only on PostgreSQL"/></testcase></testsuite></testsuites>"""


def test_tests_left_out_for_want_of_a_tool_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(SKIPS, encoding="utf-8")
    missed = left_out(tmp_path / "report.xml")
    assert missed == (("qpdf — apt-get install qpdf", 2), ("zbarimg — apt-get install zbar-tools", 1))
    assert left_out(tmp_path / "none.xml") == ()
    lines = "\n".join(table([Outcome("a", 3, missed=missed)])).splitlines()
    assert lines[-3:-1] == [
        "NOT RUN: a（2 tests）— qpdf — apt-get install qpdf",
        "NOT RUN: a（1 tests）— zbarimg — apt-get install zbar-tools",
    ]


def test_what_a_suite_left_out_fails_the_strict_check(tmp_path: Path) -> None:
    script = SCRIPT.format(report=SKIPS, code=0)
    found = run(Check("demo", "demo", (sys.executable, "-c", script), "pytest", nothing), tmp_path / "demo")
    assert (found.skipped, found.failed, len(found.missed)) == (4, 0, 2)
    assert [exit_code([found], strict=strict) for strict in (False, True)] == [0, 1]


def test_a_suite_is_counted(tmp_path: Path) -> None:
    found = run(suite(1), tmp_path / "demo")
    assert (found.passed, found.failed, found.skipped) == (3, 3, 3)


def test_settings_of_an_installation_do_not_reach_the_suite(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YICHUANG_DEMO", "1")
    code = "import os; raise SystemExit('YICHUANG_DEMO' in os.environ or 'GREETING' not in os.environ)"
    found = run(Check("demo", "demo", (sys.executable, "-c", code), "pytest", nothing), tmp_path / "demo")
    assert found.failed == 0


def test_a_crash_is_a_failure_even_with_a_clean_report(tmp_path: Path) -> None:
    clean = Check("demo", "demo", (sys.executable, "-c", "raise SystemExit(3)"), "pytest", nothing)
    assert run(clean, tmp_path / "demo").failed == 1


def test_an_empty_suite_could_not_run(tmp_path: Path) -> None:
    with pytest.raises(CannotRun):
        run(suite(5), tmp_path / "demo")


def test_a_missing_tool_could_not_run(tmp_path: Path) -> None:
    with pytest.raises(CannotRun) as why:
        run(Check("demo", "demo", ("true",), "no_such_module"), tmp_path / "demo")
    assert why.value.mend == "uv sync"


def test_a_static_check_counts_as_one(tmp_path: Path) -> None:
    good = Check("demo", "demo", (sys.executable, "-c", ""), "pytest")
    bad = Check("demo", "demo", (sys.executable, "-c", "raise SystemExit(2)"), "pytest")
    assert (run(good, tmp_path).passed, run(bad, tmp_path).failed) == (1, 1)


def test_the_last_line_is_the_sum() -> None:
    outcomes = [
        Outcome("a", 3, 0),
        Outcome("b", 4, 1, 2),
        Outcome("c", not_run="no browser", mend="apt-get install x"),
    ]
    lines = "\n".join(table(outcomes)).splitlines()
    assert lines[-1] == "7 passed, 1 failed, 2 skipped"
    assert lines[-2] == "NOT RUN: c（no browser）— run: apt-get install x"
    assert total([Outcome("a", 3)]) == "3 passed, 0 failed"


@pytest.mark.parametrize(
    ("outcome", "lenient", "strict"),
    [
        (Outcome("a", 1), 0, 0),
        (Outcome("a", 1, 1), 1, 1),
        (Outcome("a", not_run="x", mend="y"), 0, 1),
        (Outcome("a", 1, missed=(("x", 1),)), 0, 1),
    ],
)
def test_exit_code(outcome: Outcome, lenient: int, strict: int) -> None:
    assert exit_code([outcome], strict=False) == lenient
    assert exit_code([outcome], strict=True) == strict


def test_quick_names_what_it_left_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    slow = Check("slow", "slow", ("false",), "pytest", quick=False)
    monkeypatch.setattr(testing, "CHECKS", (slow,))
    assert testing.main(["--quick"]) == 0
    assert testing.main(["--quick", "--strict"]) == 1
    assert "NOT RUN: slow（--quick）— run: ./yc test" in capsys.readouterr().out


def test_without_a_browser_it_says_which_command_helps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engines, "find_chromium", lambda: None)
    monkeypatch.setattr(engines.os, "geteuid", lambda: 1000)
    with pytest.raises(CannotRun) as why, engines.chromium(tmp_path):
        pass
    assert why.value.mend == "apt-get install -y chromium fonts-noto-cjk"


def test_a_given_server_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YICHUANG_TEST_DATABASE_URL", "postgres://somewhere/db")
    with engines.postgres(tmp_path) as variables:
        assert variables["DATABASE_URL"] == "postgres://somewhere/db"


def test_missing_readers_are_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr(engines.shutil, "which", lambda name: None if name in ("qpdf", "zbarimg") else f"/bin/{name}")
    monkeypatch.setattr(engines, "_install", asked.extend)
    with engines.sqlite(tmp_path):
        assert asked == ["qpdf", "zbar-tools"]
