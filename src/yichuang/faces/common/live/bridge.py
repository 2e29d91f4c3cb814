"""From the event loop to Django (网关桥): a thread is taken only for a whole request, and given back before sending.

Who sends or fetches slowly costs a connection, never one of the few threads.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Mapping
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote_from_bytes

from a2wsgi import WSGIMiddleware

from yichuang.faces.common.live.stream import Receive, Send, refuse

THREADS = 8
IN_MEMORY = 512 * 1024  # bytes of a body; the rest goes to a temporary file
LARGEST = 1024 * 1024 * 1024
AHEAD = 8 * 1024 * 1024  # bytes of an answer that may wait for a slow visitor without holding the thread
SILENCE = 120.0  # seconds without one byte
_ASCII = "".join(chr(code) for code in range(0x21, 0x7F))


class Bridge:
    """The ASGI application that is Django."""

    def __init__(self, wsgi: Any, threads: int = THREADS) -> None:
        self._django = WSGIMiddleware(wsgi, workers=threads)

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Take the whole request, have it answered, hand the answer out."""
        length = _length(scope)
        if length is None:
            await refuse(send, HTTPStatus.LENGTH_REQUIRED)
        elif length > LARGEST:
            await refuse(send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
                if await _taken(body, receive, length):
                    await self._answer(_plain(scope), body, send)

    async def _answer(self, scope: dict[str, Any], body: IO[bytes], send: Send) -> None:
        waiting = _Waiting(send)
        out = asyncio.ensure_future(waiting.run())

        async def read() -> dict[str, Any]:
            part = body.read(IN_MEMORY)
            return {"type": "http.request", "body": part, "more_body": len(part) == IN_MEMORY}

        try:
            await self._django(scope, read, waiting.put)  # type: ignore[arg-type]
            await waiting.put(None)
            await out
        finally:
            out.cancel()


class _Waiting:
    """Parts of an answer that wait to be sent."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._parts: asyncio.Queue[Any] = asyncio.Queue()
        self._size = 0
        self._room = asyncio.Event()
        self._room.set()

    async def put(self, part: Any) -> None:
        """Take a part; wait only while very much lies here already."""
        await self._room.wait()
        self._size += len(part.get("body", b"")) if part else 0
        if self._size > AHEAD:
            self._room.clear()
        self._parts.put_nowait(part)

    async def run(self) -> None:
        """Send what comes; who fetches nothing for too long is left."""
        reachable = True
        while (part := await self._parts.get()) is not None:
            if reachable:
                try:
                    async with asyncio.timeout(SILENCE):
                        await self._send(part)
                except (TimeoutError, OSError):
                    reachable = False
            self._size -= len(part.get("body", b""))
            if self._size <= AHEAD:
                self._room.set()


def _length(scope: Mapping[str, Any]) -> int | None:
    """Return the length of the body as told; None when it is only known at its end."""
    told = dict(scope["headers"])
    if b"transfer-encoding" in told:
        return None
    words = told.get(b"content-length", b"0")
    return int(words) if words.isdigit() else None


async def _taken(body: IO[bytes], receive: Receive, length: int) -> bool:
    """Take the body; say whether it came whole."""
    while body.tell() < length:
        try:
            async with asyncio.timeout(SILENCE):
                part = await receive()
        except TimeoutError:
            return False
        if part["type"] == "http.disconnect":
            return False
        body.write(part.get("body", b""))
        if not part.get("more_body"):
            break
    body.seek(0)
    return True


def _plain(scope: Mapping[str, Any]) -> dict[str, Any]:
    """Return the request without what WSGI can't tell apart: x_forwarded_for would pass for x-forwarded-for."""
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    return {**scope, "headers": headers, "query_string": quote_from_bytes(scope["query_string"], _ASCII).encode()}
