"""Somebody at a screen, who looks at every page as a strict tester would."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
SHOTS = os.environ.get("YICHUANG_SHOTS")  # a folder for a picture of every page that is checked

_AXE = Axe()
_EXAMINED: set[tuple[object, ...]] = set()
_NAMES = re.compile(r"/(?=[^/]*\d)[^/]+")  # a part of an address with a digit in it names one case, file or draft
_LEAKS = re.compile(r"\b(?:None|True|False|undefined|NaN|\[object)\b|\{[{%]|&(?:lt|gt|amp|nbsp);|\ufffd")
_HEADINGS = "[...document.querySelectorAll('h1, h2, legend, .refused, #errors')].map(h => h.textContent.trim()).join()"
_SILENT = """[...document.querySelectorAll('[aria-disabled=true]')]
    .filter(barred => !document.getElementById(barred.getAttribute('aria-describedby'))?.textContent.trim())
    .map(barred => barred.textContent)"""
_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Lines that tell of no fault: an answer from 400 on is judged by its kind, and a request may be cut short by leaving.
_NO_FAULTS = ("Failed to load resource", "htmx:sendAbort", "htmx:afterRequest")


@dataclass(frozen=True)
class Site:
    """The running centre."""

    url: str
    data: Path


@dataclass
class Visitor:
    """Somebody at a screen: opens pages, enters a role, and has every page checked."""

    page: Page
    site: Site
    scripts: bool = True
    elsewhere: str = "data:"  # another site that he goes to, as the payment gateway
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda fault: self.faults.append(f"script error: {fault}"))
        self.page.on("console", self._heard)
        self.page.on("response", self._answered)
        self.page.on("request", lambda asked: self._asked(asked.url))

    def open(self, path: str) -> Page:
        """Go to an address of the centre."""
        self.page.goto(self.site.url + path)
        return self.page

    def enter(self, login: str) -> Page:
        """Log in by the role card of the demonstration."""
        self.open("/demo/")
        self.press_in(f"button[name=login][value='{login}']")
        return self.page

    def press_in(self, selector: str) -> None:
        """Press the first button there and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def press(self, words: str, *, exact: bool = False) -> None:
        """Press the button or link with these words and wait for the page it leads to."""
        button = self.page.get_by_role("button", name=words, exact=exact)
        link = self.page.get_by_role("link", name=words, exact=exact)
        with self.page.expect_navigation():
            button.or_(link).first.click()

    @property
    def path(self) -> str:
        """Return where the visitor is, without the host."""
        return self.page.url.removeprefix(self.site.url)

    @property
    def text(self) -> str:
        """Return the words of the page proper."""
        return self.page.locator("main").inner_text()

    def check(self) -> None:
        """Refuse what no page may have.

        Serious accessibility faults, sideways scrolling, script errors, foreign requests, leaked values, and buttons
        that are barred without a reason.
        """
        self._keep_picture()
        assert self.faults == [], f"{self.path}: {self.faults}"
        wide = self.page.evaluate(_WIDE)
        assert wide <= 0, f"{self.path} scrolls sideways by {wide}px"
        silent = self.page.evaluate(_SILENT)
        assert silent == [], f"{self.path} doesn't say why not: {silent}"
        leaked = _LEAKS.findall(self.page.locator("body").inner_text())
        assert leaked == [], f"{self.path} shows {leaked}"
        if self._new_page():
            serious = list(self._serious())
            assert serious == [], f"{self.path}\n" + "\n".join(serious)

    def _new_page(self) -> bool:
        """Say whether a page of this kind is seen for the first time at this width; axe needs scripts."""
        if not self.scripts:
            return False
        headings = re.sub(r"[\d\s]+", "", self.page.evaluate(_HEADINGS))
        kind = (_NAMES.sub("/N", self.path.partition("?")[0]), self.page.viewport_size["width"], headings)
        new = kind not in _EXAMINED
        _EXAMINED.add(kind)
        return new

    def _serious(self) -> Iterator[str]:
        found = _AXE.run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        for row in found:
            if row["impact"] in ("serious", "critical"):
                yield from (f"{row['id']}: {node['html'][:160]}" for node in row["nodes"])

    def _keep_picture(self) -> None:
        if SHOTS:
            width = self.page.viewport_size["width"]
            name = f"{len(list(Path(SHOTS).glob('*.png'))):03}-{width}{self.path.partition('?')[0].replace('/', '_')}"
            self.page.screenshot(path=f"{SHOTS}/{name[:80]}.png", full_page=True)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(_NO_FAULTS):
            self.faults.append(message.text)

    def _answered(self, answer: Response) -> None:
        """A page may refuse with a sentence (4xx); nothing fails with 5xx, and no part of a page is missing."""
        page = answer.request.resource_type in ("document", "xhr", "fetch")
        if answer.status >= (500 if page else 400):
            self.faults.append(f"{answer.status} {answer.url}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.url, self.elsewhere, "data:", "blob:")):
            self.faults.append(f"foreign request: {url}")
