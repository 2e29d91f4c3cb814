"""How much memory the demonstration takes in its one process: at the start, and after pages of every role.

    python tests/scale/bench_memory.py [--pages 60] [--data var/demo] [--port 8000]

Starts `./yc demo`, follows links as bench_pages.py does, stops it again. Linux only. Exit 1 at the limit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

LIMIT_MIB, PATIENCE = 200, 600
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(description="Weigh the running demonstration.")
    parser.add_argument("--pages", type=int, default=60, help="pages per role")
    parser.add_argument("--data", default=str(ROOT / "var" / "demo"))
    parser.add_argument("--port", type=int, default=8000)
    wish = parser.parse_args()
    address = f"http://127.0.0.1:{wish.port}"
    demo = subprocess.Popen([ROOT / "yc", "demo", "--port", str(wish.port), "--data", wish.data])
    try:
        _wait(address + "/demo/", demo)
        print(f"at the start {_mib(demo.pid):.0f} MiB", flush=True)
        walk = [sys.executable, str(Path(__file__).with_name("bench_pages.py")), address, "--pages", str(wish.pages)]
        subprocess.run(walk, check=False)
        weight = _mib(demo.pid)
        print(f"after these pages {weight:.0f} MiB, limit {LIMIT_MIB}")
        return 1 if weight >= LIMIT_MIB else 0
    finally:
        demo.terminate()
        demo.wait()


def _wait(address: str, demo: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE  # the first start fills the database
    while demo.poll() is None and time.monotonic() < until:
        try:
            urlopen(address).close()
            return
        except URLError:
            time.sleep(0.3)
    raise SystemExit("the demonstration did not start")


def _mib(pid: int) -> float:
    """Return the resident memory of a process: what it shares with others counts in full."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
