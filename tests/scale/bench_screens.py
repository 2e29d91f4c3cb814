"""Hundreds of screens on a running centre: memory and processor of the server, words delivered, connections lost.

    ./yc serve --port 8000 &
    python tests/scale/bench_screens.py http://127.0.0.1:8000 --hall jianing --pid $! --screens 300 --minutes 60

Two thirds are counters, one third walls, as in a hall. Let the hall move meanwhile (call at a desk, draw at a kiosk).
Prints a line each minute; exit 1 if a connection was lost or the memory grew by more than --growth MB after the first.

    python tests/scale/bench_screens.py http://127.0.0.1:8000 --serve "./yc serve --port 8000" --restart-after 30

starts the server itself, stops it and starts it again in the middle, and says how long it took until every screen was
back: what is lost then is no fault, a screen that stays away is.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shlex
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

_TICKS = os.sysconf("SC_CLK_TCK")
_MB = 1024 * 1024
_PATIENCE = 120  # seconds until a server answers, or every screen is back


class Count:
    """What came over all connections."""

    words = 0
    open = 0
    lost = 0


async def screen(host: str, port: int, path: str, count: Count) -> None:
    """Hold one connection and count what it says; a lost one comes back."""
    while True:
        writer = None
        try:
            reader, writer = await asyncio.open_connection(host, port)
            count.open += 1
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/event-stream\r\n\r\n".encode())
            await writer.drain()
            while line := await reader.readline():
                count.words += line.startswith(b"data: {")
        except OSError:
            pass
        if writer is not None:
            writer.close()
            count.open -= 1
            count.lost += 1
        await asyncio.sleep(2)


def of_server(pid: int) -> tuple[float, float]:
    """Return resident megabytes and processor seconds of a process."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MB, (int(told[11]) + int(told[12])) / _TICKS


async def started(command: str, host: str, port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait until it listens."""
    server = subprocess.Popen(shlex.split(command))
    for _ in range(10 * _PATIENCE):
        try:
            _, writer = await asyncio.open_connection(host, port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return server
    raise SystemExit("the server does not answer")


async def restarted(
    server: subprocess.Popen[bytes], command: str, at: tuple[str, int], count: Count, screens: int
) -> subprocess.Popen[bytes]:
    """Stop the server, start it again, and say how long it took until every screen was back."""
    lost, began = count.lost, time.monotonic()
    server.terminate()
    await asyncio.to_thread(server.wait)
    server = await started(command, *at)
    up = time.monotonic() - began
    while count.open < screens and time.monotonic() - began < _PATIENCE:
        await asyncio.sleep(0.1)
    back = time.monotonic() - began
    print(f"restarted: up after {up:.1f} s, {count.open} of {screens} screens back after {back:.1f} s", flush=True)
    count.lost = lost
    return server


async def run(wish: argparse.Namespace) -> int:
    """Connect, watch, say what was seen."""
    place, count = urlsplit(wish.address), Count()
    paths = [f"/live/board/{wish.hall}/"] + [f"/live/state/{wish.hall}/"] * 2
    host, port = place.hostname or "127.0.0.1", place.port or 80
    server = await started(wish.serve, host, port) if wish.serve else None
    try:
        held = [asyncio.ensure_future(screen(host, port, paths[n % 3], count)) for n in range(wish.screens)]
        grown, server = await watched(wish, server, (host, port), count)
        for one in held:
            one.cancel()
    finally:
        if server:
            server.terminate()
    return 1 if count.lost or count.open < wish.screens or grown > wish.growth else 0


async def watched(
    wish: argparse.Namespace, server: subprocess.Popen[bytes] | None, at: tuple[str, int], count: Count
) -> tuple[float, subprocess.Popen[bytes] | None]:
    """Print a line each minute; return by how many megabytes the server grew since it was last started."""
    await asyncio.sleep(10)
    pid = server.pid if server else wish.pid
    (now, busy), began = of_server(pid), time.monotonic()
    first, grown = now, 0.0
    for minute in range(1, wish.minutes + 1):
        await asyncio.sleep(60)
        now, spent = of_server(pid)
        share, grown = (spent - busy) / (time.monotonic() - began), max(grown, now - first)
        print(
            f"{minute:3} min  {now:7.1f} MB  {share:6.1%} of a core  {count.words:8} words"
            f"  {count.open} open  {count.lost} lost",
            flush=True,
        )
        if server and minute == wish.restart_after:
            server = await restarted(server, wish.serve, at, count, wish.screens)
            pid = server.pid
            await asyncio.sleep(10)
            (first, busy), began = of_server(pid), time.monotonic()
    return grown, server


def main() -> int:
    """Read the wish and run it."""
    parser = argparse.ArgumentParser(description="Hold hundreds of screens on a running centre.")
    parser.add_argument("address")
    parser.add_argument("--hall", default="jianing")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--pid", type=int, help="the server's process")
    which.add_argument("--serve", help="the command that serves: started and stopped here")
    parser.add_argument("--restart-after", type=int, default=0, metavar="MINUTES", help="with --serve")
    parser.add_argument("--screens", type=int, default=300)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--growth", type=float, default=8.0, help="megabytes")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    raise SystemExit(main())
