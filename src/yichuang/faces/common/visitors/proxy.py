"""The proxy in front (反向代理): only what it says of a visitor's address and of TLS is believed."""

from __future__ import annotations

from typing import Any

from waitress.proxy_headers import proxy_headers_middleware

SAID = frozenset({"x-forwarded-for", "x-forwarded-proto"})


def behind_proxy(application: Any, proxy: str) -> Any:
    """Return the WSGI application as it stands behind a proxy of this address; "*" is whoever asks.

    Attempts are counted by address: without the visitor's own, one visitor would use up the attempts of all. What
    somebody else than the proxy says of itself is dropped. With "" there is no proxy, and nothing believes such words.
    """
    if not proxy:
        return application
    return proxy_headers_middleware(application, trusted_proxy=proxy, trusted_proxy_headers=SAID)
