"""`./yc test [--strict] [--quick] [--only NAME]`: the whole check (全部检查). The last line sums it up."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.testing.checks import CHECKS, WORKERS, Check
from yichuang.faces.terminal.testing.report import Outcome, exit_code, table
from yichuang.faces.terminal.testing.running import CannotRun, run


def main(argv: Sequence[str] | None = None) -> int:
    """Run every check in order, then print a table, what could not run, and the sum."""
    wish = _parser().parse_args(argv)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the database server is stopped
    wanted = [check for check in CHECKS if not wish.only or check.name in wish.only]
    with tempfile.TemporaryDirectory(prefix="yc-test-") as folder:
        outcomes = list(_outcomes(wanted, Path(folder), quick=wish.quick))
    print("\n".join(table(outcomes)), flush=True)
    return exit_code(outcomes, strict=wish.strict)


def _outcomes(checks: Sequence[Check], folder: Path, *, quick: bool) -> Iterator[Outcome]:
    """Run one after the other what takes every core, and beside each other what does not."""
    judge = partial(_outcome, folder=folder, quick=quick)
    for beside, group in groupby(checks, key=lambda check: check.beside):
        with ThreadPoolExecutor(WORKERS if beside else 1) as pool:
            yield from pool.map(judge, group)


def _outcome(check: Check, folder: Path, *, quick: bool) -> Outcome:
    print(f"\n━━ {check.title}{' ……' if check.beside else ''}", flush=True)  # …… : its findings come when it ends
    if quick and not check.quick:
        return Outcome(check.title, not_run="--quick", mend="./yc test")
    try:
        return run(check, folder / check.name, quick=quick)
    except CannotRun as why:
        return Outcome(check.title, not_run=why.reason, mend=why.mend)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc test", description="全部检查：规范、类型、依赖方向、守护测试、测试、浏览器")
    parser.add_argument("--strict", action="store_true", help="有检查没能运行时，退出码不为 0")
    parser.add_argument("--quick", action="store_true", help="不运行 PostgreSQL、浏览器和慢测试")
    names = [check.name for check in CHECKS]
    parser.add_argument("--only", action="append", choices=names, default=[], help="只运行这一项（可重复）")
    return parser
