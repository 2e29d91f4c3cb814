"""The web server (uvicorn) with bounds of our own on the head of a request, and a clean stop."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

from uvicorn import Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    from uvicorn import Config

    from yichuang.faces.common.live.hub import Hub

OPTIONS: dict[str, Any] = {
    "backlog": 2048,
    "limit_concurrency": 4000,
    "timeout_keep_alive": 60,
    "timeout_graceful_shutdown": 3,
    "proxy_headers": False,  # visitors.proxy knows whom to believe
    "server_header": False,
    "access_log": False,
    "log_level": "error",
    "lifespan": "on",
    "ws": "none",
    "loop": "asyncio",
}
HEAD_BYTES = 64 * 1024  # that have come without the end of the head
HEAD_SECONDS = 60.0


class Bounded(HttpToolsProtocol):
    """HTTP/1.1 whose request heads are bounded in size and time."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first head."""
        super().connection_made(transport)
        self._head, self._late = 0, self.loop.call_later(HEAD_SECONDS, transport.close)
        self._in_head = True

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._late.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Count the head; refuse one that is too large."""
        if self._in_head and self._head >= HEAD_BYTES:
            self.send_400_response("Request head too large.")
            return
        self._head += len(data)
        super().data_received(data)

    def on_message_begin(self) -> None:
        """Wait for the rest of this head."""
        self._late.cancel()
        self._late = self.loop.call_later(HEAD_SECONDS, self.transport.close)
        self._head, self._in_head = 0, True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._late.cancel()
        self._in_head = False
        super().on_headers_complete()


class WebServer(Server):
    """Lets the screens go before it waits for the rest to be answered."""

    def __init__(self, config: Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop."""
        self._hub.close()
        await super().shutdown(sockets)
