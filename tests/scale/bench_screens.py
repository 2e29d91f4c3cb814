"""Hundreds of screens on a running centre: memory and processor of the server, words delivered, connections lost.

    ./yc serve --port 8000 &
    python tests/scale/bench_screens.py http://127.0.0.1:8000 --hall jianing --pid $! --screens 300 --minutes 60

Two thirds are counters, one third walls, as in a hall. Let the hall move meanwhile (call at a desk, draw at a kiosk).
Prints a line each minute; exit 1 if a connection was lost or the memory grew by more than --growth MB after the first.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from pathlib import Path
from urllib.parse import urlsplit

_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1024 * 1024


class Count:
    """What came over all connections."""

    words = 0
    open = 0
    lost = 0


async def screen(host: str, port: int, path: str, count: Count) -> None:
    """Hold one connection and count what it says; a lost one comes back."""
    while True:
        try:
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/event-stream\r\n\r\n".encode())
            await writer.drain()
            count.open += 1
            while line := await reader.readline():
                count.words += line.startswith(b"data: {")
        except OSError:
            pass
        count.open -= 1
        count.lost += 1
        await asyncio.sleep(2)


def of_server(pid: int) -> tuple[float, float]:
    """Return resident megabytes and processor seconds of a process."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MB, (int(told[11]) + int(told[12])) / _TICKS


async def run(wish: argparse.Namespace) -> int:
    """Connect, watch, say what was seen."""
    place, count = urlsplit(wish.address), Count()
    paths = [f"/live/board/{wish.hall}/"] + [f"/live/state/{wish.hall}/"] * 2
    host, port = place.hostname or "127.0.0.1", place.port or 80
    held = [asyncio.ensure_future(screen(host, port, paths[n % 3], count)) for n in range(wish.screens)]
    await asyncio.sleep(10)
    (first, busy), began = of_server(wish.pid), time.monotonic()
    now = first
    for minute in range(1, wish.minutes + 1):
        await asyncio.sleep(60)
        now, spent = of_server(wish.pid)
        share = (spent - busy) / (time.monotonic() - began)
        print(
            f"{minute:3} min  {now:7.1f} MB  {share:6.1%} of a core  {count.words:8} words"
            f"  {count.open} open  {count.lost} lost",
            flush=True,
        )
    for one in held:
        one.cancel()
    return 1 if count.lost or now - first > wish.growth else 0


def main() -> int:
    """Read the wish and run it."""
    parser = argparse.ArgumentParser(description="Hold hundreds of screens on a running centre.")
    parser.add_argument("address")
    parser.add_argument("--hall", default="jianing")
    parser.add_argument("--pid", type=int, required=True, help="the server's process")
    parser.add_argument("--screens", type=int, default=300)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--growth", type=float, default=8.0, help="megabytes")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    raise SystemExit(main())
