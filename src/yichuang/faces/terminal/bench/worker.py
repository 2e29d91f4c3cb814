"""One worker process: lives cases for as long as it is told, and says how many and at what cost.

Reads lines of JSON (`{"seconds": 2}` or `{"cases": 50}`), answers each with a line.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from importlib import import_module
from typing import Any

from yichuang.faces.terminal.site import ready

THROUGH = {"acts": "acts_life", "http": "http_life"}


def main(through: str, number: int) -> None:
    """Serve until the input ends."""
    ready()
    with closing(import_module(f"yichuang.faces.terminal.bench.{THROUGH[through]}").Life(number)) as life:
        _say({"ready": True})
        for line in sys.stdin:
            _say(_run(life, **json.loads(line)))


def _run(life: Any, seconds: float = 0.0, cases: int = 0) -> dict[str, float]:
    done, started, used = 0, time.monotonic(), life.cpu()
    while done < cases or time.monotonic() - started < seconds:
        life.live()
        done += 1
    return {"cases": done, "seconds": time.monotonic() - started, "cpu": life.cpu() - used}


def _say(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
