"""模拟设备桥: the contract of docs/operate/devices.md over the wire, and who gets no answer."""

from __future__ import annotations

import base64
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from yichuang.faces.terminal.sandbox.bridge import Bridge
from yichuang.rules.identifiers import IdentifierKind, check

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    server = Bridge(0, SITE)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(bridge: Bridge, message: object, origin: str = SITE, **headers: str) -> Any:
    """Return the answer, or the status where there is none."""
    told = {"Origin": origin, "Content-Type": "application/json", **headers}
    url = f"http://127.0.0.1:{bridge.server_address[1]}/"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, json.dumps(message).encode(), told)) as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == SITE
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code


def test_it_works(bridge: Bridge) -> None:
    card = ask(bridge, {"v": 1, "id": "7", "do": "idcard.read"})
    assert (card["id"], card["ok"]) == ("7", True)
    assert check(IdentifierKind.PERSON, card["data"]["number"], today=date(2026, 3, 2)).ok
    shot = ask(bridge, {"v": 1, "do": "camera.capture"})["data"]
    assert base64.b64decode(shot["content"]).startswith(b"\xff\xd8\xff")
    paper = base64.b64encode(b"%PDF-1.7").decode()
    assert ask(bridge, {"v": 1, "do": "print.raw", "content": paper})["ok"]
    assert ask(bridge, {"v": 1, "do": "rating.show", "case": "JN-1"})["ok"]
    assert len(bridge.bench.out) == 3


def test_a_device_that_is_missing_is_told(bridge: Bridge) -> None:
    bridge.bench.plugged.discard("camera.capture")
    bridge.bench.card = False
    assert ask(bridge, {"v": 1, "do": "camera.capture"})["message"] == "高拍仪没有连接"
    assert ask(bridge, {"v": 1, "do": "idcard.read"})["error"] == "no_card"
    assert ask(bridge, {"v": 2, "do": "status"})["error"] == "version"
    assert ask(bridge, {"v": 1, "do": "format.disk"})["error"] == "unknown"
    assert ask(bridge, {"v": 1, "do": "print.raw", "content": "%%"})["error"] == "content"
    assert ask(bridge, ["no message"])["error"] == "json"


def test_strange_pages_get_no_answer(bridge: Bridge) -> None:
    message = {"v": 1, "do": "idcard.read"}
    assert ask(bridge, message, origin="https://evil.example") == 403
    assert ask(bridge, message, Host="evil.example") == 403
    assert ask(bridge, message, **{"Content-Type": "text/plain"}) == 403
