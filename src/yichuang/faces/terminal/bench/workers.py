"""Several worker processes at once (工作进程)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

WORKER = "yichuang.faces.terminal.bench.worker"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a group was: cases per second over all, CPU milliseconds per case, how many cases."""

    rate: float
    cpu_ms: float
    cases: float
    db_cpu_ms: float = 0.0


class Crew:
    """Worker processes that wait for orders."""

    def __init__(self, processes: list[subprocess.Popen[str]]) -> None:
        self._processes = processes

    def order(self, how_many: int, **wish: float) -> Pace:
        """Let the first so many workers live cases at the same time."""
        chosen = self._processes[:how_many]
        for process in chosen:
            assert process.stdin is not None
            process.stdin.write(json.dumps(wish) + "\n")
            process.stdin.flush()
        told = [_answer(process) for process in chosen]
        cases = sum(row["cases"] for row in told) or 1
        return Pace(
            sum(row["cases"] / row["seconds"] for row in told),
            sum(row["cpu"] for row in told) / cases * 1000,
            cases,
        )


def _answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"工作进程中途退出（{process.wait()}）")
    found: dict[str, Any] = json.loads(line)
    return found


@contextmanager
def crew(through: str, how_many: int, env: dict[str, str]) -> Iterator[Crew]:
    """Start so many workers; end them by closing what they read."""
    command = [sys.executable, "-P", "-m", WORKER, through]
    processes = [
        subprocess.Popen(  # noqa: S603 - our own module
            [*command, str(number)], env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for number in range(how_many)
    ]
    try:
        for process in processes:
            _answer(process)
        yield Crew(processes)
    finally:
        for process in processes:
            assert process.stdin is not None
            process.stdin.close()
        for process in processes:
            process.wait(30)
