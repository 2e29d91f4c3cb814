"""`./yc bench [--json] [--quick]`: how much of the database's own limit the reference life of a case reaches (基准).

`--papers` measures papers instead.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from yichuang.faces.terminal.bench.limit import SCHEMA, STEPS, run_script, scripts
from yichuang.faces.terminal.bench.meter import Meter
from yichuang.faces.terminal.bench.report import Report
from yichuang.faces.terminal.bench.rounds import Result, alternate
from yichuang.faces.terminal.bench.server import Server, connect, server
from yichuang.faces.terminal.bench.workers import Crew, Pace, crew
from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.testing.checks import ROOT
from yichuang.faces.terminal.testing.engines import CannotRun

WARM = {"acts": 200, "http": 40}  # cases lived before anything is measured
THROUGH = ("acts", "http")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, verify, print. Return 0 unless something could not run or was found wrong."""
    wish = _parser().parse_args(argv)
    if wish.papers:
        from yichuang.faces.terminal.bench import papers

        return papers.run(quick=wish.quick, as_json=wish.json)
    try:
        with tempfile.TemporaryDirectory(prefix="yc-bench-") as folder:
            report = _measure(wish, Path(folder), scripts(ROOT))
    except CannotRun as why:
        print(f"NOT RUN: {why.reason} — run: {why.mend}", file=sys.stderr)
        return 1
    print(report.as_json() if wish.json else report.as_text())
    return 1 if report.faults else 0


def _measure(wish: argparse.Namespace, folder: Path, limit: Path) -> Report:
    with server(folder / "server") as place:
        env = _surroundings(place, folder)
        _say("准备数据库……")
        with connect(place.limit) as session:
            session.execute((limit / SCHEMA).read_text(encoding="utf-8"))
        _prepare()
        results = _rounds(wish, place, env, limit / STEPS)
        _say("核对每一件……")
        from yichuang.faces.terminal.bench.verify import verify

        return Report(place.version, results, *verify())


def _surroundings(place: Server, folder: Path) -> dict[str, str]:
    """Return what the workers run in: production settings, papers left to a worker."""
    told = {
        "DATABASE_URL": place.own, "YICHUANG_DATA": str(folder / "data"), "YICHUANG_TASKS": "worker",
        "YICHUANG_DEBUG": "", "YICHUANG_DEMO": "", "DJANGO_SETTINGS_MODULE": "yichuang.config.settings",
    }  # fmt: skip
    (folder / "data" / "static").mkdir(parents=True)
    os.environ.update(told)
    return dict(os.environ)


def _prepare() -> None:
    from yichuang.faces.terminal.bench.reference import build
    from yichuang.faces.terminal.site import ready

    ready()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    build()


def _rounds(wish: argparse.Namespace, place: Server, env: dict[str, str], steps: Path) -> list[Result]:
    seconds, found = (1, []) if wish.quick else (wish.seconds, [])

    def limit(clients: int) -> Pace:
        return run_script(steps, place.limit, clients, seconds)

    for through in wish.through:
        with ExitStack() as stack:
            meter = Meter(stack.enter_context(connect(place.limit)).info.backend_pid)
            team = stack.enter_context(crew(through, max(wish.workers), env))
            _say(f"预热（{through}）……")
            _warm(team, max(wish.workers), WARM[through], place)
            for workers in wish.workers:
                _say(f"测量：{through}，{workers} 个工作进程……")
                found.append(alternate(through, workers, wish.rounds, (limit, _ordered(team, seconds)), meter))
    return found


def _ordered(team: Crew, seconds: int) -> Callable[[int], Pace]:
    return lambda workers: team.order(workers, seconds=seconds)


def _warm(team: Crew, workers: int, cases: int, place: Server) -> None:
    """Fill caches and tables; then let the planner see tables as large as they will be."""
    team.order(workers, cases=cases // workers)
    with connect(place.own) as session:
        session.execute("VACUUM ANALYZE")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _numbers(words: str) -> list[int]:
    return [int(word) for word in words.split(",")]


def _through(words: str) -> list[str]:
    chosen = words.split(",")
    if not set(chosen) <= set(THROUGH):
        raise argparse.ArgumentTypeError(f"只能是 {'、'.join(THROUGH)}")
    return chosen


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc bench", description="基准：一件走完一生，与数据库自身的极限相比")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--papers", action="store_true", help="改量文书：制作、用印、核验、导入")
    parser.add_argument("--quick", action="store_true", help="一分钟以内")
    parser.add_argument("--workers", type=_numbers, default=[1, 4], help="工作进程数（默认 1,4）")
    parser.add_argument(
        "--through", type=_through, default=list(THROUGH), help="经由：acts（行为）、http（接口和表单）"
    )
    parser.add_argument("--rounds", type=int, default=3, help="交替几轮（默认 3，取中位数）")
    parser.add_argument("--seconds", type=int, default=5, help="每轮每边几秒（默认 5）")
    return parser
