"""The site's one entry (入口): Django behind it, the hall's hub beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.common.live.entry import Entry
from yichuang.faces.common.live.hub import Found, Hub, Known

_hub: list[Hub] = []


def entry_of(wsgi: Any, proxy: str) -> Entry:
    """Return the ASGI application for a WSGI application, behind a proxy of that address or none."""
    from django.db import close_old_connections

    from yichuang.faces.common.live.reads import reads
    from yichuang.faces.common.live.statics import statics_of_site
    from yichuang.faces.common.visitors.proxy import behind_proxy

    def read(known: Known) -> Found:
        close_old_connections()  # one that broke is replaced
        return reads(known)

    hub = Hub(read)
    _hub[:] = [hub]
    entry = Entry(behind_proxy(wsgi, proxy), hub, _gate, proxy=proxy)
    entry.statics = statics_of_site()
    return entry


def told() -> None:
    """Let the screens of this process see at once what just changed; other processes look within a second."""
    for hub in _hub:
        hub.told()


def _gate(kind: str, cookies: Mapping[str, str]) -> str | None:
    """Return the topic of a closed stream for the device that asks, None when it may not see it."""
    from yichuang.faces.common.live.devices import device_in
    from yichuang.records.hall.models import ScreenKind

    screen = device_in(cookies)
    if screen is None or screen.kind != ScreenKind.CUSTOMER or screen.hall_window_id is None:
        return None
    return f"{kind}:{screen.hall_window_id}"
