"""The menus (导航): each face adds its own links when it starts, so no face knows another.

In AppConfig.ready(): `nav.add_staff("我的工作", Link("待我办理", "/worklist/", key="mine", when=is_staff))`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from django.http import HttpRequest
from django.utils.module_loading import import_string


def everybody(_request: HttpRequest) -> bool:
    """Show a link to everybody."""
    return True


def held_by(roles: Collection[str]) -> Callable[[HttpRequest], bool]:
    """Return a condition: show a link to officers with one of the roles."""
    wanted = frozenset(roles)
    return lambda request: bool(request.officer.roles() & wanted)


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of a menu. `key` finds its number in the page's `nav_counts`; `hot` draws that number red."""

    label: str
    url: str
    key: str = ""
    hot: bool = False
    when: Callable[[HttpRequest], bool] = everybody


@dataclass(slots=True)
class Group:
    """A titled part of the staff menu."""

    title: str
    links: list[Link] = field(default_factory=list)


_public: list[Link] = []
_footer: list[Link] = []
_staff: list[Group] = []
_frames: list[tuple[frozenset[str], str]] = []


def add_public(*links: Link) -> None:
    """Add links to the main menu of the public pages."""
    _public.extend(link for link in links if link not in _public)


def add_footer(*links: Link) -> None:
    """Add links to the foot of the public pages."""
    _footer.extend(link for link in links if link not in _footer)


def add_staff(title: str, *links: Link) -> None:
    """Add links to a group of the staff menu; a group keeps the place where it was first named."""
    group = next((g for g in _staff if g.title == title), None)
    if group is None:
        group = Group(title)
        _staff.append(group)
    group.links.extend(link for link in links if link not in group.links)


def public(request: HttpRequest) -> list[Link]:
    """Return the main menu of the public pages as this visitor sees it."""
    return _shown(_public, request)


def footer(request: HttpRequest) -> list[Link]:
    """Return the links at the foot as this visitor sees them."""
    return _shown(_footer, request)


def staff(request: HttpRequest) -> list[Group]:
    """Return the staff menu of this officer without empty groups."""
    groups = (Group(group.title, _shown(group.links, request)) for group in _staff)
    return [group for group in groups if group.links]


def current(links: Sequence[Link], path: str, query: Mapping[str, str] | None = None) -> Link | None:
    """Return the link whose address is the longest beginning of this path; its own query must be asked for."""
    fits = [link for link in links if _fits(link.url, path, query or {})]
    return max(fits, key=lambda link: len(link.url), default=None)


def _fits(url: str, path: str, query: Mapping[str, str]) -> bool:
    place, _, wanted = url.partition("?")
    asked = all(query.get(name) == word for name, word in parse_qsl(wanted))
    return asked and (path == place or (place != "/" and not wanted and path.startswith(place)))


def _shown(links: Sequence[Link], request: HttpRequest) -> list[Link]:
    return [link for link in links if link.when(request)]


def add_frame(roles: Collection[str], path: str) -> None:
    """Let officers with one of the roles see the frame that the function at this path returns."""
    if (frozenset(roles), path) not in _frames:
        _frames.append((frozenset(roles), path))


def around(request: HttpRequest) -> dict[str, Any]:
    """Return the counts of the menu, the search box and the home of this officer; nothing for who has none."""
    roles = request.officer.roles()
    path = next((path for held, path in _frames if roles & held), None)
    told: dict[str, Any] = import_string(path)(request) if path else {}
    return told
