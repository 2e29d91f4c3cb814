"""The journeys run against the real demonstration centre in its own process, in a real Chromium.

Environment: YICHUANG_CHROMIUM names the browser, YICHUANG_FILLED a filled data folder to start from (saves half a
minute), YICHUANG_SHOTS a folder for a picture of every page that is checked.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.visitor import DESKTOP, PHONE, Site, Visitor
from yichuang.faces.terminal.sandbox.serve import open_gateway

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync").split()  # fmt: skip
PATIENCE = 60_000  # milliseconds for one step on a busy machine

_YC = (sys.executable, "-m", "yichuang.faces.terminal.main")
People = Callable[..., Visitor]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Fill a fresh centre, once for all servers and workers; YICHUANG_FILLED names one that is filled already."""
    there = os.environ.get("YICHUANG_FILLED")
    if there:
        return Path(there)
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    data, done = shared / "filled", shared / "filled.done"
    with (shared / "filled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # whoever comes second waits
        if not done.exists():
            fill = [*_demo(data), "--fill-only"]
            subprocess.run(fill, cwd=ROOT, env=_env(), check=True, stdout=subprocess.DEVNULL)
            done.touch()
    return data


@pytest.fixture(scope="session")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the centre as `./yc demo` does."""
    with _served(filled, tmp_path_factory.mktemp("demo") / "data") as running:
        yield running


@pytest.fixture
def own_site(filled: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve a centre of its own, for a test that moves the clock."""
    with _served(filled, tmp_path / "data") as running:
        yield running


@pytest.fixture
def gateway(site: Site) -> Iterator[str]:
    """Open the sandbox of the payment gateway for the centre; return its address."""
    server = open_gateway(site.data / "gateway", 0)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def _demo(data: Path) -> list[str]:
    return [*_YC, "demo", "--data", str(data)]


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


@contextmanager
def _served(filled: Path, data: Path) -> Iterator[Site]:
    with restartable(filled, data) as (site, _):
        yield site


@contextmanager
def restartable(filled: Path, data: Path) -> Iterator[tuple[Site, Callable[[], None]]]:
    """Serve a centre; what comes with it stops the server and starts it again at the same address."""
    shutil.copytree(filled, data)
    port = _free_port()
    servers = [_started(data, port)]

    def restart() -> None:
        _stop(servers.pop())
        servers.append(_started(data, port))

    try:
        yield Site(f"http://127.0.0.1:{port}", data), restart
    finally:
        for server in servers:
            _stop(server)


def _started(data: Path, port: int) -> subprocess.Popen[bytes]:
    with (data / "server.log").open("ab") as log:
        server = subprocess.Popen([*_demo(data), "--port", str(port)], cwd=ROOT, env=_env(), stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}", server, data)
    except RuntimeError:
        _stop(server)
        raise
    return server


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes], data: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError((data / "server.log").read_text(encoding="utf-8"))
        try:
            urllib.request.urlopen(url, timeout=60).close()  # asking again and again would only keep it busy
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the demonstration centre didn't answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    path = os.environ.get("YICHUANG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        chromium = _launch(playwright, path)
        yield chromium
        chromium.close()


def _launch(playwright: Playwright, path: str | None) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@contextmanager
def crowd(browser: Browser, site: Site) -> Iterator[People]:
    """Let people come, each with a browser of their own; all leave in the end."""
    contexts = []

    def comes(login: str = "", viewport: dict[str, int] = DESKTOP, **how: Any) -> Visitor:
        context = browser.new_context(viewport=viewport, locale="zh-CN", accept_downloads=True, **how)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        visitor = Visitor(context.new_page(), site, how.get("java_script_enabled", True))
        if login:
            visitor.enter(login)
        return visitor

    yield comes
    for context in contexts:
        context.close()


@pytest.fixture
def people(browser: Browser, site: Site) -> Iterator[People]:
    """Several people at once: `people("clerk")` enters as the clerk, `people(viewport=PHONE)` is anybody."""
    with crowd(browser, site) as comes:
        yield comes


@pytest.fixture
def later_people(browser: Browser, own_site: Site) -> Iterator[People]:
    """People at a centre of their own, whose clock may be moved."""
    with crowd(browser, own_site) as comes:
        yield comes


@pytest.fixture(params=["phone", "desktop"])
def visitor(request: pytest.FixtureRequest, people: People) -> Visitor:
    """A visitor with a fresh browser context, once on a phone and once at a desk."""
    return people(viewport=PHONE if request.param == "phone" else DESKTOP)


@pytest.fixture
def at_desk(people: People) -> Visitor:
    """A visitor at a desktop screen."""
    return people()
