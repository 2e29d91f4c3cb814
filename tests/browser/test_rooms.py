"""Every room of the later regimes, at a phone and at a desk: accessible, no sideways scrolling, the skip link first."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Room:
    """The page begun at, and what of its links is followed: the first address that begins and ends so."""

    start: str
    begins: str = ""
    ends: str = ""
    adds: tuple[str, ...] = ()


VISITS: dict[str, tuple[Room, ...]] = {
    "": (Room("/bundles/", "/bundles/"), Room("/notices/hearings/"), Room("/shared/"), Room("/verify/")),
    "company": (Room("/my/projects/", "/my/projects/2"), Room("/my/certificates/", "/my/certificates/0", "/")),
    "agent": (Room("/agent/"),),
    "reviewer": (
        Room("/projects/", "/projects/2"),
        Room("/asked/", "/cases/"),
        Room("/worklist/", "/cases/JN", adds=("hearing/", "inspect/")),
        Room("/certificates/", "/certificates/0"),
        Room("/staff/", "/staff/list/"),
        Room("/staff/powers/"),
    ),
    "town-reviewer": (Room("/levels/", "/cases/", adds=("lower/",)),),
    "emergency-reviewer-1": (Room("/joint/", "/cases/"),),
    "clerk": (
        Room("/desk/fees/", "/desk/JN", "/fee-paid/"),
        Room("/desk/gaps/", "/desk/JN", "/complete/"),
        Room("/desk/cash/", "/desk/cash/J"),
        Room("/desk/cash/close/"),
        Room("/desk/deliveries/", "/desk/JN", "/delivery/"),
        Room("/centre/seals/", "/centre/seals/JN"),
    ),
    "manager": (
        Room("/centre/law/?q=法定办结", "/centre/law/decision_limit/"),
        Room("/centre/items/limits/"),
        Room("/centre/numbers/"),
        Room("/centre/money/", "/centre/money/days/"),
        Room("/centre/money/strays/"),
        Room("/centre/money/standards/"),
        Room("/centre/archive/?tab=kept", "/centre/archive/J"),
        Room("/centre/archive/?tab=lists", "/centre/archive/lists/"),
        Room("/centre/certificate-types/"),
        Room("/centre/certificate-lists/"),
        Room("/centre/doctor/"),
    ),
    "admin": (Room("/centre/templates/", "/centre/templates/"),),
}


@pytest.mark.parametrize("login", VISITS)
def test_the_rooms_are_open_to_everybody(people: People, login: str) -> None:
    visitor = people(login)
    for room in VISITS[login]:
        _look(visitor, room.start)
        if room.begins:
            links = visitor.page.locator("main a[href]").evaluate_all("all => all.map(one => one.getAttribute('href'))")
            found = next(link for link in links if link.startswith(room.begins) and link.endswith(room.ends))
            _look(visitor, found)
            for more in room.adds:
                _look(visitor, found.partition("?")[0] + more)


def _look(visitor: Visitor, path: str) -> None:
    """Open a page at both widths; its first stop by keyboard is the skip link, the others follow as they stand."""
    page = visitor.page
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        if size is DESKTOP:
            visitor.open(path)
            if page.locator("[autofocus]").count() == 0:  # a page for a scanner begins in its field
                page.keyboard.press("Tab")
                expect(page.locator("a[href='#main']")).to_be_focused()
            assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
            assert page.locator("h1").count() == 1
        visitor.check()
