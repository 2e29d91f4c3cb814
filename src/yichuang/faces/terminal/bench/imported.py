"""Old certificates imported from a workbook (存量证照导入): time, memory, and how long others wait meanwhile."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from django.db import connection

from yichuang.faces.terminal.bench.reference import AT
from yichuang.rules.check_characters import person_check
from yichuang.rules.library.listing import COLUMNS

# The command, and then the most memory of its own in kB: what getrusage tells may be that of whoever started it.
_CHILD = (
    "import sys; from yichuang.faces.terminal.main import main; code = main(sys.argv[1:]); "
    "print(*[line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')]); sys.exit(code)"
)
ROWS, FEW = 100_000, 5_000
_PATIENCE = 2.0  # seconds that another writer may wait
_STEADY = 1.25  # as much memory as with a tenth of the rows, and a quarter


def imported(quick: bool, folder: Path) -> Iterator[tuple[str, float, str, float | None, str]]:
    """Yield seconds for all rows, and by how much the memory grows from a tenth of them to all."""
    rows = FEW if quick else ROWS
    _known_type()
    few, many = (_ran(folder, first, count) for first, count in ((0, rows // 10), (rows, rows)))
    limit = None if quick else 120.0
    yield (
        "imported",
        many["seconds"],
        "s",
        limit,
        f"{rows} certificates in parts, SQLite; CPU {many['cpu']:.0f} s",
    )
    growth = many["peak_mb"] / max(few["peak_mb"], 1)
    note = f"{few['peak_mb']:.0f} MB with {rows // 10} rows, {many['peak_mb']:.0f} MB with {rows}"
    wait = f"the longest of {many['looks']:.0f} looks for the write lock of the database meanwhile"
    yield "import_others_wait", many["wait"], "s", None if quick else _PATIENCE, wait
    yield "import_memory_growth", growth, "times", _STEADY, note


def _known_type() -> None:
    """Put the type of the list into the catalogue of types."""
    from yichuang.acts.context import Context
    from yichuang.acts.library.keep_type import TypeKeeping, keep_type
    from yichuang.records.org.directory import directory
    from yichuang.rules.check_characters import organisation_check, uscc_check
    from yichuang.rules.officers import SYSTEM

    definer = "11330100MB123456"
    definer += organisation_check(definer[8:])
    code = f"{definer}{uscc_check(definer)}001"
    kind = TypeKeeping("990199", code, "食品经营许可证", "any", None, 5, "A")
    keep_type(kind, Context(SYSTEM, AT, directory()))


def _ran(folder: Path, first: int, count: int) -> dict[str, float]:
    path = folder / f"list-{count}.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, COLUMNS)
        for number in range(count):
            sheet.write_row(number + 1, 0, _row(first + number))
    command = [sys.executable, "-P", "-c", _CHILD, "import-certificates", str(path), "--json"]
    before = os.times()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        waits = list(_waits(process))
        out, err = process.communicate()
    if process.returncode:
        raise RuntimeError((err or out).strip()[-300:])
    after = os.times()
    answer, peak = out.strip().splitlines()[-2:]
    told: dict[str, float] = json.loads(answer) | {"peak_mb": int(peak) / 1024}
    told |= {"wait": max(waits, default=0.0), "looks": len(waits)}
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return told | {"cpu": cpu}


def _waits(process: subprocess.Popen[str]) -> Iterator[float]:
    """Ask for the write lock ten times a second as another clerk would; yield how long each took to get."""
    base = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=60, isolation_level=None)
    while process.poll() is None:
        asked = time.monotonic()
        base.execute("BEGIN IMMEDIATE")
        base.execute("ROLLBACK")
        yield time.monotonic() - asked
        time.sleep(0.1)
    base.close()


def _row(number: int) -> tuple[str, ...]:
    born = f"{1950 + number % 50}{1 + number // 50 % 12:02d}{1 + number // 600 % 28:02d}"
    first = f"330102{born}{number // 16800 % 1000:03d}"
    return (
        "食品经营许可证", f"基食证字〔2019〕第{number:06d}号", f"持证人{number}", "居民身份证",
        first + person_check(first), f"138{number:08d}", "基准市市场监督管理局", "2019-05-06", "长期", "有效",
    )  # fmt: skip
