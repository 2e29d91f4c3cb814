"""What stands between the web server and Django: bounds, proxies, bodies; slow visitors hold no thread."""

from __future__ import annotations

import asyncio
import socket

import pytest

from tests.faces.live.conftest import Running
from tests.faces.live.test_stream import run
from yichuang.faces.common.live.web_server import HEAD_BYTES

SLOW = 12  # more than there are threads


async def asked(port: int, text: bytes) -> str:
    """Return the answer; "" when the line is cut."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(text)
        return (await asyncio.wait_for(reader.read(), 8)).decode(errors="replace")
    except ConnectionError:
        return ""
    finally:
        writer.close()


def test_a_body_comes_whole(live: Running) -> None:
    body = b"x" * 1_500_000  # more than is kept in memory
    head = f"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    assert "POST 1500000" in run(lambda: asked(live.port, head + body))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0", " 411 "),
        ("POST / HTTP/1.1\r\nContent-Length: 99999999999", " 413 "),
        ("GET / HTTP/1.1\r\nX_Forwarded_For: 1.2.3.4", "GET 0 \r"),
        ("GET /?q=\xe4\xb8 HTTP/1.1", " 400 "),
    ],
    ids=["chunked", "too-large", "underscore", "odd-query"],
)
def test_bounds(live: Running, line: str, told: str) -> None:
    first, _, rest = line.partition("\r\n")
    head = f"{first}\r\nHost: x\r\nConnection: close\r\n{rest}" + ("\r\n" if rest else "")
    assert told in run(lambda: asked(live.port, f"{head}\r\n".encode("latin1")))


def test_an_endless_head_is_cut(live: Running) -> None:
    head = f"GET / HTTP/1.1\r\nHost: x\r\nX-Large: {'x' * (20 * HEAD_BYTES)}"
    answer = run(lambda: asked(live.port, head.encode()))
    assert not answer or " 400 " in answer


def test_slow_visitors_hold_no_thread(live: Running) -> None:
    """More slow bodies than there are threads, and still the next visitor is answered."""
    slow = [socket.create_connection(("127.0.0.1", live.port)) for _ in range(SLOW)]
    for one in slow:
        one.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
    answer = run(lambda: asked(live.port, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    for one in slow:
        one.close()
    assert "GET 0" in answer
