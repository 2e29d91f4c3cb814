"""The stream to one screen (SSE): the last word at once, every new one, a sign of life in between."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from yichuang.faces.common.live.hub import Hub, Topic, Word

HEARTBEAT = 15.0  # seconds
SLOW = 20.0  # seconds that a screen may take to fetch one word
PER_ADDRESS, ALTOGETHER = 400, 3000  # a hall's screens and the phones of its visitors share one address
RETRY = (2000, 5000)  # milliseconds: not all screens come back at the same moment

Receive, Send = Callable[[], Any], Callable[[Any], Any]
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


@dataclass(slots=True)
class Doorkeeper:
    """Counts the screens of each address (连接数限制)."""

    per_address: int = PER_ADDRESS
    altogether: int = ALTOGETHER
    inside: Counter[str] = field(default_factory=Counter)

    def enter(self, address: str) -> bool:
        """Let somebody in, or say that there are too many."""
        if self.inside[address] >= self.per_address or self.inside.total() >= self.altogether:
            return False
        self.inside[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count somebody who left."""
        self.inside[address] -= 1
        if self.inside[address] <= 0:
            del self.inside[address]


@dataclass(slots=True)
class Stream:
    """The connection of one screen."""

    hub: Hub
    receive: Receive
    send: Send
    seen: str = ""  # the mark of the last word that it has

    async def run(self, name: str) -> None:
        """Serve until the screen goes, is too slow, or the server stops."""
        topic = await self.hub.join(name)
        if topic is None:
            await refuse(self.send, HTTPStatus.SERVICE_UNAVAILABLE if self.hub.closed else HTTPStatus.NOT_FOUND)
            return
        gone = asyncio.ensure_future(self._gone())
        try:
            await self._begin()
            while not gone.done() and not self.hub.closed:
                await self._next(topic, gone)
            if not gone.done():
                await self._send(b"", more=False)
        except TimeoutError:
            pass  # too slow: it comes back by itself
        finally:
            gone.cancel()
            self.hub.leave(name, topic)

    async def _begin(self) -> None:
        await self.send({"type": "http.response.start", "status": HTTPStatus.OK, "headers": _HEADERS})
        await self._send(f"retry: {random.randint(*RETRY)}\n\n".encode())  # noqa: S311 - no secret

    async def _next(self, topic: Topic, gone: asyncio.Future[None]) -> None:
        news, word = topic.news, topic.word
        if word is not None and word.mark != self.seen:
            await self._say(word)
            return
        done, _ = await asyncio.wait({news, gone}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            await self._send(b": \n\nevent: beat\ndata: \n\n")  # the event is what a page can notice the lack of

    async def _say(self, word: Word) -> None:
        await self._send(word.frame)
        self.seen = word.mark

    async def _send(self, body: bytes, *, more: bool = True) -> None:
        async with asyncio.timeout(SLOW):
            await self.send({"type": "http.response.body", "body": body, "more_body": more})

    async def _gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass


async def refuse(send: Send, status: HTTPStatus) -> None:
    """Answer without a stream."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"GET"))
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": status.phrase.encode()})
