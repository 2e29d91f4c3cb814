"""The web server of the measurement: as `./yc serve`, without the thread that sweeps. Says its port."""

from __future__ import annotations

from typing import Any

from yichuang.faces.terminal.site import ready


def main() -> None:
    """Serve on a free port."""
    ready()
    import uvicorn
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    from yichuang.faces.common.live.site import entry_of
    from yichuang.faces.common.live.web_server import OPTIONS, Bounded, WebServer
    from yichuang.faces.terminal.serving import opened

    listening = opened("127.0.0.1", 0)
    print(listening.getsockname()[1], flush=True)
    entry = entry_of(get_wsgi_application(), settings.YICHUANG_PROXY)
    options: dict[str, Any] = OPTIONS
    WebServer(uvicorn.Config(entry, http=Bounded, **options), entry.hub).run([listening])


if __name__ == "__main__":
    main()
