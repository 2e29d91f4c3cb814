"""A visitor's address and TLS are what the proxy in front says, and nobody else."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any
from urllib.request import Request, urlopen

import pytest
import waitress

from yichuang.faces.common.visitors.proxy import behind_proxy
from yichuang.faces.terminal.serving import OPTIONS

SAID = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


def telling(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("200 OK", [])
    seen = (environ["REMOTE_ADDR"], environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO", ""))
    return [" ".join((*seen, environ.get("HTTP_X_FORWARDED_HOST", ""))).encode()]


def told(proxy: str) -> str:
    server = waitress.create_server(behind_proxy(telling, proxy), listen="127.0.0.1:0", **OPTIONS)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        with urlopen(Request(f"http://127.0.0.1:{server.effective_port}/", headers=SAID)) as answer:
            return str(answer.read().decode())
    finally:
        server.close()


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
