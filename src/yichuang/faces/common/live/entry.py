"""The one door of the server (入口): /live/… is answered here, all the rest by Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from http import HTTPMethod, HTTPStatus
from typing import Any

from yichuang.faces.common.live.bridge import Bridge
from yichuang.faces.common.live.hub import Hub
from yichuang.faces.common.live.statics import Statics
from yichuang.faces.common.live.stream import Doorkeeper, Receive, Send, Stream, refuse
from yichuang.faces.common.visitors.proxy import proxies

Gate = Callable[[str, Mapping[str, str]], str | None]  # cookies and path of a closed stream → its topic
_OPEN = re.compile(r"/live/(board|state)/([a-z0-9-]{1,40})/")
_CLOSED = re.compile(r"/live/(customer)/")
_MARK = re.compile(r"\d{1,12}-[0-9a-f]{12}")


class Entry:
    """The ASGI application of the whole site."""

    def __init__(self, wsgi: Any, hub: Hub, gate: Gate, *, proxy: str = "", door: Doorkeeper | None = None) -> None:
        self._django, self.statics = Bridge(wsgi), Statics({})
        self.hub, self._gate, self._proxies = hub, gate, proxies(proxy)
        self._door = door or Doorkeeper()

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request, or the beginning and end of the server."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["path"].startswith("/live/"):
            await self._live(scope, receive, send)
        elif not await self.statics.answer(scope, send):
            await self._django(scope, receive, send)

    async def _live(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["method"] != HTTPMethod.GET:
            return await refuse(send, HTTPStatus.METHOD_NOT_ALLOWED)
        address = self._address(scope)
        if not self._door.enter(address):
            return await refuse(send, HTTPStatus.TOO_MANY_REQUESTS)
        try:
            name = await self._topic(scope)
            if name is None:
                return await refuse(send, HTTPStatus.NOT_FOUND)
            await Stream(self.hub, receive, send, _seen(scope)).run(name)
        finally:
            self._door.leave(address)

    async def _topic(self, scope: Mapping[str, Any]) -> str | None:
        if found := _OPEN.fullmatch(scope["path"]):
            return f"{found[1]}:{found[2]}"
        if found := _CLOSED.fullmatch(scope["path"]):
            kind, cookies = found[1], _cookies(scope)
            return await self.hub.in_thread(lambda: self._gate(kind, cookies))
        return None

    def _address(self, scope: Mapping[str, Any]) -> str:
        """Return the visitor's address: what the proxy in front says of it, where there is one."""
        peer = str(scope["client"][0]) if scope.get("client") else ""
        said = [value.decode("latin1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
        return self._proxies.visitor(peer, ",".join(said))

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] != "lifespan.shutdown":
            await send({"type": f"{message['type']}.complete"})
        self.hub.close()
        await send({"type": "lifespan.shutdown.complete"})


def _seen(scope: Mapping[str, Any]) -> str:
    """Return the mark of the last word that the screen says it has."""
    said = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin1")
    return said if _MARK.fullmatch(said) else ""


def _cookies(scope: Mapping[str, Any]) -> Mapping[str, str]:
    from django.http import parse_cookie

    return parse_cookie(dict(scope["headers"]).get(b"cookie", b"").decode("latin1"))
