"""The proxies in front (反向代理): only what they say of a visitor's address and of TLS is believed.

Attempts are counted by address: without the visitor's own, one visitor would use up the attempts of all; and whoever
may name his own address could guess for ever.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
ANYBODY = "*"  # whoever connects is the proxy: where nobody else can reach the port
_SAID = tuple(
    f"HTTP_{name}"
    for name in ("X_FORWARDED_FOR", "X_FORWARDED_PROTO", "X_FORWARDED_HOST", "X_FORWARDED_PORT", "FORWARDED")
)
_OWN_BITS, _HINTS = 64, 5
_PORTS = {"http": "80", "https": "443"}
_log = logging.getLogger(__name__)


class UnknownProxy(ValueError):
    """A proxy was named by what is no address and no network."""


@dataclass(slots=True)
class Proxies:
    """Whom to believe (可信代理): addresses and networks; `anybody` where all that connects is a proxy."""

    networks: Sequence[Network] = ()
    anybody: bool = False
    told: set[str] = field(default_factory=set)

    def visitor(self, peer: str, said: str) -> str:
        """Return the visitor's address: from the right, the first that is no proxy of ours.

        What stands to the left of it was said by the visitor himself. Words that are no address end the way: the proxy
        that passed them on stands for its visitors.
        """
        if not self.trusts(peer):
            return peer
        found = peer
        for hop in reversed(said.split(",")):
            address = address_in(hop)
            if address is None:
                return found
            found = str(address)
            if not self._ours(address):
                return found
        return found

    def trusts(self, peer: str) -> bool:
        """Say whether who connects is a proxy of ours."""
        address = None if self.anybody else address_in(peer)
        return self.anybody or (address is not None and self._ours(address))

    def hidden(self, peer: str) -> None:
        """Tell the operator, once, that a proxy that is not named hides its visitors; strangers may say anything."""
        address = address_in(peer)
        if address is None or not address.is_private or peer in self.told or len(self.told) >= _HINTS:
            return
        self.told.add(peer)
        _log.warning(
            "来自 %s 的请求带着 X-Forwarded-For，YICHUANG_PROXY 里没有它：经过它的访客合用一个地址计次数", peer
        )

    def _ours(self, address: Address) -> bool:
        return any(address in network for network in self.networks)


@lru_cache(maxsize=16)
def proxies(named: str) -> Proxies:
    """Return the proxies of a setting: addresses and networks with commas, "*".  Raises: UnknownProxy."""
    words = [word.strip() for word in named.split(",") if word.strip()]
    try:
        found = tuple(ip_network(word, strict=False) for word in words if word != ANYBODY)
    except ValueError as fault:
        raise UnknownProxy(f"YICHUANG_PROXY 里的“{named}”不是地址或者网段：{fault}") from None
    return Proxies(found, ANYBODY in words)


@lru_cache(maxsize=4096)
def address_in(word: str) -> Address | None:
    """Return the address in a word of the header: with a port, in brackets or quotes; None where it is none."""
    text = word.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def line_of(address: str) -> str:
    """Return what one visitor has for himself: his address, of IPv6 his network of 64 bits; other words as they are."""
    found = address_in(address)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, _OWN_BITS), strict=False))
    return str(found or address)


def behind_proxy(application: Any, named: str) -> Any:
    """Return the WSGI application as it stands behind these proxies; what anybody else says of himself is dropped."""
    known = proxies(named)

    def believing(environ: dict[str, Any], start: Any) -> Any:
        peer = environ.get("REMOTE_ADDR", "")
        said = {name: environ.pop(name) for name in _SAID if name in environ}
        if known.trusts(peer):
            environ["REMOTE_ADDR"] = environ["REMOTE_HOST"] = known.visitor(peer, said.get("HTTP_X_FORWARDED_FOR", ""))
            _scheme(environ, said.get("HTTP_X_FORWARDED_PROTO", ""))
        elif "HTTP_X_FORWARDED_FOR" in said:
            known.hidden(peer)
        return application(environ, start)

    return believing


def _scheme(environ: dict[str, Any], said: str) -> None:
    """Believe the proxy about TLS, where all the proxies say the same."""
    words = {word.strip().lower() for word in said.split(",")}
    if len(words) == 1 and (word := words.pop()) in _PORTS:
        environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"] = word
        environ["SERVER_PORT"] = _PORTS[word]
