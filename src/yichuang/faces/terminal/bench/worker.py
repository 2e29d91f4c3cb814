"""One worker process: lives cases for as long as it is told, and says how many and at what cost.

Reads lines of JSON (`{"seconds": 2}` or `{"cases": 50}`), answers each with a line.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from yichuang.faces.terminal.site import ready

THROUGH = {"acts": "acts_life", "http": "http_life"}


def main(through: str, number: int) -> None:
    """Serve until the input ends."""
    ready()
    life = import_module(f"yichuang.faces.terminal.bench.{THROUGH[through]}").Life(number)
    _say({"ready": True})
    for line in sys.stdin:
        _say(_run(life, **json.loads(line)))


def _run(life: Any, seconds: float = 0.0, cases: int = 0) -> dict[str, float]:
    done, started, used, served = 0, time.monotonic(), time.process_time(), _server_cpu()
    while done < cases or time.monotonic() - started < seconds:
        life.live()
        done += 1
    took = time.monotonic() - started
    return {"cases": done, "seconds": took, "cpu": time.process_time() - used, "db_cpu": _server_cpu() - served}


def _server_cpu() -> float:
    """Return the seconds that our own server process has worked, where it can be seen; else 0."""
    from django.db import connection

    connection.ensure_connection()
    path = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    try:
        words = path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / 100


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
