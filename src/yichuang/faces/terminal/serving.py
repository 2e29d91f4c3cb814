"""Serving in one process: the web server with its live screens, and a thread that sweeps."""

from __future__ import annotations

import argparse
import ctypes
import errno
import gc
import socket
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from yichuang.faces.common.live.web_server import OPTIONS, Bounded, WebServer
from yichuang.faces.terminal.proving.checkpoint import keep_proving

SWEEP_EVERY = 60.0


def port_number(told: str) -> int:
    """Return a port that exists. Raises argparse's error in Chinese."""
    if not told.isascii() or not told.isdigit() or not 1 <= int(told) <= 65535:
        raise argparse.ArgumentTypeError(f"“{told}”不是端口，应为 1 到 65535 的整数")
    return int(told)


def serve(host: str, port: int) -> int:
    """Serve until interrupted; return 1 when the port can't be opened, or a setting names no proxy."""
    import uvicorn
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from yichuang.faces.common.live.site import entry_of
    from yichuang.faces.common.visitors.proxy import UnknownProxy

    try:
        entry = entry_of(get_wsgi_application(), settings.YICHUANG_PROXY)
    except UnknownProxy as fault:
        print(fault, file=sys.stderr)
        return 1
    try:
        listening = opened(host, port)
    except OSError as fault:
        why = "已经被别的程序占用" if fault.errno == errno.EADDRINUSE else "不能使用"
        print(f"端口 {port} {why}，换一个端口：--port {port + 1}", file=sys.stderr)
        return 1
    threading.Thread(target=_sweeping, daemon=True).start()
    threading.Thread(target=keep_proving, daemon=True).start()
    options: Mapping[str, Any] = OPTIONS
    server = WebServer(uvicorn.Config(entry, http=Bounded, **options), entry.hub)
    with suppress(KeyboardInterrupt):  # asked to stop, and stopped
        server.run([listening])
    return 0


def opened(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(OPTIONS["backlog"])
    except OSError:
        listening.close()
        raise
    return listening


def _sweeping() -> None:
    """Record what silence did and make missing papers, again and again."""
    from django.db import close_old_connections

    from yichuang.acts.context import Context
    from yichuang.acts.fees.gateway.asking import poll
    from yichuang.acts.fees.gateway.statement import reconcile_yesterday
    from yichuang.acts.statistics.mailing import send_all
    from yichuang.acts.sweep import sweep
    from yichuang.faces.common import clock
    from yichuang.faces.common.paying.gateway import gateway, wire_now
    from yichuang.records.org.directory import directory
    from yichuang.rules.officers import SYSTEM

    while True:
        try:
            with clock.STANDING:
                sweep(clock.now())
            poll(gateway(), now=wire_now(), at=clock.now())
            reconcile_yesterday(gateway(), Context(SYSTEM, clock.now(), directory()), wire_now())
            send_all(clock.now())
        except Exception as fault:
            print(f"定时处理未完成：{fault}", file=sys.stderr)
        close_old_connections()
        _give_back()
        time.sleep(SWEEP_EVERY)


def _give_back() -> None:
    """Give memory that is free inside back to the system, where its library can."""
    gc.collect()
    if hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)
