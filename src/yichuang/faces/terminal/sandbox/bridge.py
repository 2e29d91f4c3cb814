"""`./yc sandbox-bridge`: card reader, camera, rating pad and printer to try with (docs/operate/devices.md)."""

from __future__ import annotations

import argparse
import base64
import binascii
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from yichuang.faces.terminal.sandbox.devices import DEVICES, bridge_page, sample_card, sample_scan
from yichuang.faces.terminal.sandbox.pages import STYLE
from yichuang.faces.terminal.serving import port_number

VERSION = 1
_MOST = 40 * 1024 * 1024
_LOCAL = frozenset({"127.0.0.1", "localhost"})


@dataclass
class Bench:
    """The simulated devices: which are plugged in, which card lies on the reader, what came out of them."""

    plugged: set[str] = field(default_factory=lambda: set(DEVICES))
    card: bool = True
    out: list[str] = field(default_factory=list)

    def answer(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one message of the contract."""
        do, asked = str(told.get("do", "")), {"v": VERSION, "id": str(told.get("id", ""))[:64]}
        if told.get("v") != VERSION:
            return asked | _no("version", "设备桥的版本不同")
        if do == "status":
            return asked | {"ok": True, "data": {name: name in self.plugged for name in DEVICES}}
        if do not in DEVICES:
            return asked | _no("unknown", "设备桥不认识这个动作")
        if do not in self.plugged:
            return asked | _no("missing", f"{DEVICES[do]}没有连接")
        return asked | getattr(self, f"_{do.split('.')[0]}")(told)

    def _idcard(self, _told: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "data": sample_card()} if self.card else _no("no_card", "没有放身份证")

    def _camera(self, _told: Mapping[str, Any]) -> dict[str, Any]:
        content = base64.b64encode(sample_scan(len(self.out) + 1)).decode("ascii")
        self.out.append("高拍仪拍了一张")
        return {"ok": True, "data": {"media_type": "image/jpeg", "name": "高拍.jpg", "content": content}}

    def _rating(self, told: Mapping[str, Any]) -> dict[str, Any]:
        self.out.append(f"评价器请评价：{str(told.get('case', ''))[:40]}")
        return {"ok": True, "data": {}}

    def _print(self, told: Mapping[str, Any]) -> dict[str, Any]:
        try:
            content = base64.b64decode(str(told.get("content", "")), validate=True)
        except (ValueError, binascii.Error):
            return _no("content", "要打印的内容读不出来")
        if not content.startswith(b"%PDF-"):
            return _no("content", "要打印的不是 PDF")
        self.out.append(f"打印机印了 {len(content)} 字节")
        return {"ok": True, "data": {}}


class Bridge(ThreadingHTTPServer):
    """The server: answers the pages of one site alone, and only under its local name."""

    daemon_threads = True

    def __init__(self, port: int, site: str) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site, self.bench = site.rstrip("/"), Bench()


class _Handler(BaseHTTPRequestHandler):
    server: Bridge

    def do_OPTIONS(self) -> None:
        self._send(204 if self._from_site() else 403, b"", "text/plain")

    def do_GET(self) -> None:
        if self.path == "/sandbox.css":
            self._send(200, STYLE.encode(), "text/css")
        elif self.path == "/" and self._local():
            self._send(
                200, bridge_page(self.server.bench.plugged, self.server.bench.card, self.server.bench.out).encode()
            )
        else:
            self._send(404, b"")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        if length > _MOST or not self._local():
            self._send(413 if length > _MOST else 403, b"")
            return
        body = self.rfile.read(length)
        if self.path == "/set" and self.headers.get("Origin") == f"http://{self.headers.get('Host')}":
            told = parse_qsl(body.decode("utf-8", "replace"))
            self.server.bench.plugged = {value for name, value in told if name == "device"} & set(DEVICES)
            self.server.bench.card = ("card", "1") in told
            self._send(303, b"", location="/")
        elif self.path == "/" and self._from_site() and self.headers.get_content_type() == "application/json":
            self._send(200, self._answered(body), "application/json")
        else:
            self._send(403, b"")

    def _answered(self, body: bytes) -> bytes:
        try:
            told = json.loads(body)
        except ValueError:
            told = None
        answer = self.server.bench.answer(told) if isinstance(told, dict) else _no("json", "不是 JSON")
        return json.dumps(answer, ensure_ascii=False).encode()

    def _local(self) -> bool:
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname in _LOCAL

    def _from_site(self) -> bool:
        return self._local() and self.headers.get("Origin", "").rstrip("/") == self.server.site

    def _send(self, status: int, body: bytes, kind: str = "text/html", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        if self._from_site():
            for name, value in (("Origin", self.server.site), ("Headers", "Content-Type"), ("Private-Network", "true")):
                self.send_header(f"Access-Control-Allow-{name}", value)
            self.send_header("Vary", "Origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing: messages carry identity numbers."""


def _no(error: str, message: str) -> dict[str, Any]:
    return {"ok": False, "error": error, "message": message}


def main(argv: list[str]) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="yc sandbox-bridge", description="模拟设备桥：没有真实设备时试用窗口外设")
    parser.add_argument("--port", type=port_number, default=8298, help="端口（默认 8298）")
    parser.add_argument("--site", default="http://127.0.0.1:8000", help="只答复这个网站的页面（默认本机演示）")
    wish = parser.parse_args(argv)
    try:
        server = Bridge(wish.port, wish.site)
    except OSError:
        print(f"端口 {wish.port} 已经被占用，换一个端口：--port {wish.port + 1}", file=sys.stderr)
        return 1
    print(f"模拟设备桥　http://127.0.0.1:{wish.port}/　只答复 {server.site} 的页面。停止　Ctrl+C", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0
