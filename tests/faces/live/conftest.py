"""A real web server on a free port, whose hub reads from the test instead of a database."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn

from yichuang.faces.common.live.entry import Entry
from yichuang.faces.common.live.hub import Hub
from yichuang.faces.common.live.stream import Doorkeeper
from yichuang.faces.common.live.web_server import OPTIONS, Bounded, WebServer
from yichuang.faces.terminal.serving import opened


@dataclass
class Halls:
    """What the hub reads; counts how often it is asked."""

    told: dict[str, tuple[int, str]] = field(default_factory=lambda: {"state:hall": (1, "one")})
    asked: int = 0

    def __call__(self, known: Any) -> dict[str, tuple[int, str]]:
        self.asked += 1
        return {name: self.told[name] for name, old in known.items() if name in self.told and self.told[name][0] != old}


def site(environ: dict[str, Any], start: Any) -> list[bytes]:
    """A WSGI application that says what it was asked."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start("200 OK", [("Content-Type", "text/plain")])
    return [f"{environ['REQUEST_METHOD']} {len(body)} {environ.get('HTTP_X_FORWARDED_FOR', '')}".encode()]


@dataclass
class Running:
    """The server: where it listens, and how to stop it."""

    port: int
    halls: Halls
    entry: Entry
    server: WebServer
    thread: threading.Thread

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)


def running(halls: Halls | None = None, port: int = 0, per_address: int = 400) -> Running:
    """Serve until stopped."""
    halls = halls or Halls()
    entry = Entry(site, Hub(halls, every=0.05), lambda kind, cookies: None, door=Doorkeeper(per_address))
    listening = opened("127.0.0.1", port)
    server = WebServer(uvicorn.Config(entry, http=Bounded, **OPTIONS), entry.hub)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])), daemon=True)
    port = listening.getsockname()[1]
    thread.start()
    return Running(port, halls, entry, server, thread)


@pytest.fixture
def live() -> Iterator[Running]:
    """A server that is stopped in the end."""
    one = running()
    yield one
    one.stop()
