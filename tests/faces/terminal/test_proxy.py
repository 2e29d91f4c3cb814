"""A visitor's address and TLS are what the proxies in front say, and nobody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from typing import Any
from urllib.request import Request, urlopen

import pytest
import uvicorn

from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.live.entry import Entry
from yichuang.faces.common.live.hub import Hub
from yichuang.faces.common.live.web_server import OPTIONS, Bounded, WebServer
from yichuang.faces.common.visitors.proxy import UnknownProxy, behind_proxy, proxies
from yichuang.faces.terminal.serving import opened

SAID = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


def telling(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("200 OK", [])
    seen = (environ["REMOTE_ADDR"], environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO", ""))
    return [" ".join((*seen, environ.get("HTTP_X_FORWARDED_HOST", ""))).encode()]


def told(proxy: str) -> str:
    entry = Entry(behind_proxy(telling, proxy), Hub(lambda known: {}), lambda kind, cookies: None, proxy=proxy)
    listening = opened("127.0.0.1", 0)
    server = WebServer(uvicorn.Config(entry, http=Bounded, **OPTIONS), entry.hub)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])), daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with urlopen(Request(address, headers=SAID), timeout=20) as answer:
            return str(answer.read().decode())
    finally:
        server.should_exit = True
        thread.join(10)


@pytest.mark.parametrize(
    ("proxy", "seen"),
    [
        ("127.0.0.1", "198.51.100.7 https https "),
        ("", "127.0.0.1 http  "),
        ("10.0.0.1", "127.0.0.1 http  "),
    ],
)
def test_only_the_named_proxy_is_believed(proxy: str, seen: str) -> None:
    assert told(proxy) == seen


@pytest.mark.parametrize(
    ("named", "peer", "said", "seen"),
    [
        ("", "203.0.113.9", "198.51.100.7", "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9", "198.51.100.7", "203.0.113.9"),  # a stranger names himself somebody else
        ("10.0.0.1", "10.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100.7"),  # and so does the visitor of a proxy
        ("10.0.0.0/8", "10.0.0.1", "1.2.3.4, 198.51.100.7, 10.2.2.2", "198.51.100.7"),  # two proxies
        ("10.0.0.0/8", "10.0.0.1", "10.9.9.9, 198.51.100.7", "198.51.100.7"),  # who says that he is a proxy
        ("10.0.0.0/8", "10.0.0.1", "10.9.9.9", "10.9.9.9"),  # somebody in the house
        ("10.0.0.1, 2001:db8::/32", "2001:db8::1", '"[2001:db9::7]:4711"', "2001:db9::7"),
        ("10.0.0.1", "::ffff:10.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        ("10.0.0.1", "10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "198.51.100.7, <script>", "10.0.0.1"),
        ("*", "", "1.2.3.4, 198.51.100.7", "198.51.100.7"),  # a socket
        ("*,10.0.0.0/8", "", "1.2.3.4, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
    ],
)
def test_whose_address_it_is(named: str, peer: str, said: str, seen: str) -> None:
    assert proxies(named).visitor(peer, said) == seen


def test_a_setting_that_is_no_address_is_named() -> None:
    with pytest.raises(UnknownProxy, match=r"proxy\.example"):
        proxies("10.0.0.1, proxy.example")


@pytest.mark.parametrize(("said", "scheme"), [("https", "https"), ("https, https", "https"), ("https, http", "http"),
                                              ("gopher", "http"), ("", "http")])  # fmt: skip
def test_tls_is_what_all_proxies_say(said: str, scheme: str) -> None:
    environ = {"REMOTE_ADDR": "10.0.0.1", "wsgi.url_scheme": "http", "HTTP_X_FORWARDED_PROTO": said,
               "HTTP_X_FORWARDED_HOST": "evil.example"}  # fmt: skip
    telling_to = behind_proxy(telling, "10.0.0.1")
    seen = b"".join(telling_to(environ, lambda *_: None)).decode()
    assert seen == f"10.0.0.1 {scheme} {scheme if scheme == 'https' else ''} "


def test_who_changes_his_address_is_counted_all_the_same() -> None:
    """Five wrong codes lock a visitor, whatever he says of himself; his neighbour behind the same proxy goes on."""
    known = proxies("10.0.0.1")

    def tries(said: str) -> Attempts:
        return Attempts("guess", known.visitor("10.0.0.1", said), most=5)

    for number in range(5):
        tries(f"192.0.2.{number}, 198.51.100.7").failed()
    assert tries("192.0.2.99, 198.51.100.7").locked
    assert not tries("198.51.100.8").locked
    for number in range(5):  # one line of IPv6 has more addresses than anybody can count
        tries(f"2001:db8:1:2::{number + 1}").failed()
    assert tries("2001:db8:1:2:ffff::1").locked
    assert not tries("2001:db8:1:3::1").locked


def test_the_operator_learns_once_that_a_proxy_hides_its_visitors(caplog: pytest.LogCaptureFixture) -> None:
    hiding = behind_proxy(telling, "10.255.255.254")
    for peer in ("10.7.7.7", "10.7.7.7", "203.0.114.9"):
        hiding({"REMOTE_ADDR": peer, "wsgi.url_scheme": "http", "HTTP_X_FORWARDED_FOR": "1.2.3.4"}, lambda *_: None)
    assert ["10.7.7.7" in line.getMessage() for line in caplog.records] == [True]
