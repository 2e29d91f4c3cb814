"""The journeys run against the real demonstration centre in its own process, in a real Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
FLAGS = ("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync").split()  # fmt: skip


@dataclass
class Site:
    """The running centre."""

    url: str
    data: Path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Fill a fresh centre and serve it, as `./yc demo` does."""
    data, port = tmp_path_factory.mktemp("demo"), _free_port()
    command = [sys.executable, "-m", "yichuang.faces.terminal.main", "demo", "--data", str(data), "--port", str(port)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with (data / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, server, data)
        yield Site(url, data)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(url: str, server: subprocess.Popen[bytes], data: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError((data / "server.log").read_text(encoding="utf-8"))
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.5)
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


@dataclass
class Visitor:
    """Somebody at a screen: opens pages, enters a role, and lets every page be checked."""

    page: Page
    site: Site
    faults: list[str]

    def open(self, path: str) -> Page:
        """Go to an address of the centre."""
        self.page.goto(self.site.url + path)
        return self.page

    def enter(self, login: str) -> Page:
        """Log in by the role card of the demonstration."""
        self.open("/demo/")
        self.page.locator(f"form:has(input[value='{login}']) button").first.click()
        self.page.wait_for_load_state()
        return self.page

    def check(self) -> None:
        """Look for serious accessibility faults, sideways scrolling and script errors on the present page."""
        found = Axe().run(self.page).response["violations"]
        serious = [
            f"{row['id']}: {node['html'][:160]}"
            for row in found
            if row["impact"] in ("serious", "critical")
            for node in row["nodes"]
        ]
        assert serious == [], f"{self.page.url}\n" + "\n".join(serious)
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide}px"
        assert self.faults == [], f"{self.page.url}: {self.faults}"


@pytest.fixture(params=["phone", "desktop"])
def visitor(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Visitor]:
    """A visitor with a fresh browser context, once on a phone and once at a desk."""
    yield from _visit(browser, site, PHONE if request.param == "phone" else DESKTOP)


@pytest.fixture
def at_desk(browser: Browser, site: Site) -> Iterator[Visitor]:
    """A visitor at a desktop screen."""
    yield from _visit(browser, site, DESKTOP)


def _visit(browser: Browser, site: Site, viewport: dict[str, int]) -> Iterator[Visitor]:
    context = browser.new_context(viewport=viewport, locale="zh-CN", accept_downloads=True)
    page, faults = context.new_page(), []
    _collect(page, faults.append)
    yield Visitor(page, site, faults)
    context.close()


def _collect(page: Page, note: Callable[[str], None]) -> None:
    page.on("pageerror", lambda fault: note(f"script error: {fault}"))
    page.on("console", lambda message: note(message.text) if message.type == "error" and "40" not in message.text else None)
    page.on("request", lambda asked: None if asked.url.startswith(("http://127.0.0.1", "data:", "blob:")) else note(asked.url))
