"""Static files go past Django: the same bytes, headers and answers, and the rest the long way."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from yichuang.faces.common.live.statics import Statics, statics_of_site

PATH = "/static/yichuang/gov.css"


@pytest.fixture(scope="module")
def statics() -> Statics:
    return statics_of_site()


def asked(statics: Statics, path: str = PATH, method: str = "GET", **headers: str) -> tuple[Any, ...]:
    """Return whether it was answered, the status, the headers and the body."""
    sent: list[dict[str, Any]] = []

    async def send(part: dict[str, Any]) -> None:
        sent.append(part)

    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"path": path, "method": method, "headers": pairs}
    if not asyncio.run(statics.answer(scope, send)):
        return (False,)
    return True, sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def test_it_works(statics: Statics) -> None:
    answered, status, headers, body = asked(statics)
    assert (answered, status, len(body)) == (True, 200, int(headers[b"content-length"]))
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert asked(statics, method="HEAD")[3] == b""
    assert asked(statics, if_none_match=headers[b"etag"].decode())[1] == 304


@pytest.mark.parametrize("path", ["/static/../settings.py", "/static/%2e%2e/x", "/desk/", "/static/none.css"])
def test_what_is_no_file_of_ours(statics: Statics, path: str) -> None:
    assert asked(statics, path) == (False,)


def test_ranges_and_other_methods_go_the_long_way(statics: Statics) -> None:
    assert asked(statics, range="bytes=0-9") == (False,)
    assert asked(statics, method="POST") == (False,)
