"""What stands around a page that several faces share (页面框架): each face tells its own, so no face knows another.

In AppConfig.ready(): `around.add(roles, "yichuang.faces.window.frame.frame")`; the first face whose role the officer
holds frames the page with its counts, search and home.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest
from django.utils.module_loading import import_string

_frames: list[tuple[frozenset[str], str]] = []


def add(roles: Collection[str], path: str) -> None:
    """Let officers with one of the roles see the frame that the function at this path returns."""
    if (frozenset(roles), path) not in _frames:
        _frames.append((frozenset(roles), path))


def around(request: HttpRequest) -> dict[str, Any]:
    """Return the counts of the menu, the search box and the home of this officer; nothing for who has none."""
    roles = request.officer.roles()
    path = next((path for held, path in _frames if roles & held), None)
    told: dict[str, Any] = import_string(path)(request) if path else {}
    return told
