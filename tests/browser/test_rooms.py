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
    """Who comes, the page begun at, and what of its links is followed: the first address that begins and ends so."""

    name: str
    login: str
    start: str
    begins: str = ""
    ends: str = ""
    adds: tuple[str, ...] = ()


ROOMS = (
    Room("bundles", "", "/bundles/", "/bundles/"),
    Room("notices", "", "/notices/hearings/"),
    Room("projects", "company", "/my/projects/", "/my/projects/2"),
    Room("agents", "agent", "/agent/"),
    Room("offices-projects", "reviewer", "/projects/", "/projects/2"),
    Room("meetings", "reviewer", "/asked/", "/cases/", "/"),
    Room("hearings", "reviewer", "/worklist/", "/cases/JN", adds=("hearing/", "inspect/", "meetings/", "ask/")),
    Room("certificates", "reviewer", "/certificates/", "/certificates/0"),
    Room("levels", "town-reviewer", "/levels/", "/cases/", adds=("lower/",)),
    Room("joint", "emergency-reviewer-1", "/joint/", "/cases/"),
    Room("fees", "clerk", "/desk/fees/", "/desk/JN", "/fee-paid/"),
    Room("tolerance", "clerk", "/desk/gaps/", "/desk/JN", "/complete/"),
    Room("staff", "reviewer", "/staff/", "/staff/list/"),
    Room("powers", "reviewer", "/staff/powers/"),
    Room("law", "manager", "/centre/law/?q=法定", "/centre/law/decision_limit/"),
    Room("items", "manager", "/centre/items/limits/"),
)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_is_open_to_everybody(people: People, room: Room) -> None:
    visitor = people(room.login)
    _look(visitor, room.start)
    if room.begins:
        links = visitor.page.locator("main a[href]").evaluate_all("all => all.map(link => link.getAttribute('href'))")
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
            page.keyboard.press("Tab")
            expect(page.locator("a[href='#main']")).to_be_focused()
            assert page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
            assert page.locator("h1").count() == 1
        visitor.check()
