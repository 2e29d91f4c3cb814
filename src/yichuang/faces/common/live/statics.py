"""Static files past Django (静态文件): the event loop hands out what WhiteNoise knows, without a thread and a hop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.common.live.stream import Send

LARGEST = 512 * 1024  # bytes that may be read at once here; larger ones go the long way, in parts
_ASKED = {
    b"accept-encoding": "HTTP_ACCEPT_ENCODING",
    b"if-modified-since": "HTTP_IF_MODIFIED_SINCE",
    b"if-none-match": "HTTP_IF_NONE_MATCH",
}
_ALWAYS = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin"))


class Statics:
    """The files of the site as they are on the disk at start. Ranges and anything unusual are left to Django."""

    def __init__(self, files: Mapping[str, Any]) -> None:
        self._files = files

    async def answer(self, scope: Mapping[str, Any], send: Send) -> bool:
        """Answer if it is one of our files; say whether."""
        file = self._files.get(scope["path"]) if scope["method"] in ("GET", "HEAD") else None
        headers = dict(scope["headers"])
        if file is None or b"range" in headers:
            return False
        told = {name: headers[key].decode("latin1") for key, name in _ASKED.items() if key in headers}
        found = file.get_response(scope["method"], told)
        size = int(dict(found.headers).get("Content-Length", 0))
        if size > LARGEST:
            if found.file is not None:
                found.file.close()
            return False
        body = b""
        if found.file is not None:
            with found.file as opened:
                body = opened.read()
        pairs = [(name.lower().encode(), value.encode("latin1")) for name, value in found.headers]
        await send({"type": "http.response.start", "status": int(found.status), "headers": [*pairs, *_ALWAYS]})
        await send({"type": "http.response.body", "body": body})
        return True


def statics_of_site() -> Statics:
    """Return the files of this site; none where they are looked for anew each time (development)."""
    from whitenoise.middleware import WhiteNoiseMiddleware

    noise = WhiteNoiseMiddleware(lambda request: None)
    return Statics({} if noise.autorefresh else noise.files)
