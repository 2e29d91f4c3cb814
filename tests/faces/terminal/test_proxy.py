"""A visitor's address and TLS are what the proxy in front says, and nobody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from typing import Any
from urllib.request import Request, urlopen

import pytest
import uvicorn

from yichuang.faces.common.live.entry import Entry
from yichuang.faces.common.live.hub import Hub
from yichuang.faces.common.live.web_server import OPTIONS, Bounded, WebServer
from yichuang.faces.common.visitors.proxy import behind_proxy
from yichuang.faces.terminal.serving import opened

SAID = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


def telling(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("200 OK", [])
    seen = (environ["REMOTE_ADDR"], environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO", ""))
    return [" ".join((*seen, environ.get("HTTP_X_FORWARDED_HOST", ""))).encode()]


def told(proxy: str) -> str:
    entry = Entry(behind_proxy(telling, proxy), Hub(lambda known: {}), lambda kind, cookies: None, proxy=proxy)
    listening = opened("127.0.0.1", 0)
    server = WebServer(uvicorn.Config(entry, http=Bounded, **OPTIONS), entry.hub)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])), daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with urlopen(Request(address, headers=SAID), timeout=20) as answer:
            return str(answer.read().decode())
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.mark.parametrize(
    ("proxy", "seen"),
    [
        ("127.0.0.1", "198.51.100.7 https https "),
        ("", "127.0.0.1 http https evil.example"),
        ("10.0.0.1", "127.0.0.1 http  "),
    ],
)
def test_only_the_named_proxy_is_believed(proxy: str, seen: str) -> None:
    assert told(proxy) == seen
