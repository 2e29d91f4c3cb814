"""The measurement: what it computes and tells, and that it can run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from yichuang.faces.terminal import bench
from yichuang.faces.terminal.bench import limit
from yichuang.faces.terminal.bench.meter import Meter, cpu_of
from yichuang.faces.terminal.bench.reference import OPINION_LENGTH, reference
from yichuang.faces.terminal.bench.report import Report
from yichuang.faces.terminal.bench.rounds import Measure, Result, alternate
from yichuang.faces.terminal.bench.workers import Pace
from yichuang.faces.terminal.testing.engines import CannotRun


def paces(*rates: float) -> tuple[Pace, ...]:
    return tuple(Pace(rate, 5.0, rate, 4.0) for rate in rates)


RESULT = Result("acts", 1, paces(400, 200, 410), paces(100, 60, 82))


def test_the_ratio_is_the_median_of_the_rounds() -> None:
    assert RESULT.ratio == 0.25
    assert RESULT.target == 0.20
    assert RESULT.cpu_multiple == 1.0


def test_rounds_alternate() -> None:
    calls: list[str] = []

    def measure(name: str) -> Measure:
        return lambda workers: calls.append(name) or Pace(1, 1, 1)  # type: ignore[func-returns-value]

    alternate("acts", 2, 3, (measure("limit"), measure("ours")), Meter(os.getpid()))
    assert calls == ["limit", "ours"] * 3


def test_the_report_in_words_and_for_machines() -> None:
    report = Report("15.0", [RESULT], 42, [])
    assert "极限的 0.25（目标 0.20，达到）" in report.as_text()
    assert "42 件" in report.as_text()
    told = json.loads(report.as_json())
    assert (told["results"][0]["ratio"], told["verified"]) == (0.25, {"cases": 42, "faults": []})


def test_faults_are_told() -> None:
    text = Report("15.0", [RESULT], 42, [f"fault {number}" for number in range(30)]).as_text()
    assert "有不符" in text
    assert "fault 19" in text
    assert "fault 20" not in text
    assert "共 30 处" in text


def test_without_the_scripts_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YICHUANG_BENCH_DIR", str(tmp_path))
    assert bench.main(["--quick"]) == 1
    assert "NOT RUN" in capsys.readouterr().err


def test_the_scripts_stand_beside_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YICHUANG_BENCH_DIR", raising=False)
    folder = tmp_path / "shared" / "bench"
    folder.mkdir(parents=True)
    with pytest.raises(CannotRun):
        limit.scripts(tmp_path / "main")
    for name in (limit.SCHEMA, limit.STEPS):
        (folder / name).touch()
    assert limit.scripts(tmp_path / "main") == folder


def test_a_way_that_does_not_exist() -> None:
    with pytest.raises(SystemExit):
        bench.main(["--through", "carrier-pigeon"])


def test_the_reference_life() -> None:
    told = reference()
    assert (len(told.form), len(told.materials), len(told.opinion), len(told.verbs)) == (20, 5, OPINION_LENGTH, 7)


def test_the_meter_sees_this_process() -> None:
    assert cpu_of(os.getpid()) >= 0
    assert cpu_of(2**30) == 0
    assert Meter(2**30).seconds() == 0


@pytest.mark.slow
@pytest.mark.postgres
def test_it_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from yichuang.faces.terminal.testing.checks import ROOT

    try:
        limit.scripts(ROOT)
    except CannotRun as why:
        pytest.skip(why.reason)
    command = [sys.executable, "-P", "-m", "yichuang.faces.terminal.main", "bench", "--json", "--quick"]
    # A server of its own: the one of the suite is not durable (fsync off), and figures from it would not count.
    env = {k: v for k, v in os.environ.items() if k not in ("YICHUANG_TEST_DATABASE_URL", "DATABASE_URL")}
    done = subprocess.run(
        [*command, "--workers", "1", "--rounds", "1"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [row["through"] for row in told["results"]] == ["acts", "http"]
    assert told["verified"]["faults"] == []
