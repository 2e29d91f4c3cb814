"""Serving in one process: the web server and a thread that sweeps."""

from __future__ import annotations

import sys
import threading
import time

SWEEP_EVERY = 60.0


def serve(host: str, port: int) -> int:
    """Serve until interrupted; return 1 when the port can't be opened."""
    import waitress
    from django.core.wsgi import get_wsgi_application

    threading.Thread(target=_sweeping, daemon=True).start()
    try:
        waitress.serve(get_wsgi_application(), listen=f"{host}:{port}", threads=8, ident=None)
    except OSError as fault:
        print(f"端口 {port} 打不开：{fault.strerror}。换一个端口：--port {port + 1}", file=sys.stderr)
        return 1
    return 0


def _sweeping() -> None:
    """Record what silence did and make missing papers, again and again."""
    from django.db import close_old_connections

    from yichuang.acts.sweep import sweep
    from yichuang.faces.common import clock

    while True:
        try:
            sweep(clock.now())
        except Exception as fault:
            print(f"定时处理未完成：{fault}", file=sys.stderr)
        close_old_connections()
        time.sleep(SWEEP_EVERY)
