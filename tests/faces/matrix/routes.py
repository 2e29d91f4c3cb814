"""The routes as they are: name, address, view; and a concrete address for a place of the world."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.faces.matrix.world import World

_PART = re.compile(r"<(?:\w+:)?(\w+)>")
_FIXED = {
    "slug": "water",
    "section": "main",
    "rest": "x/y",
    "code": "TESTpromised",
    "parameter": "decision_limit",
    "kind": "receipt",
    "day": "2026-01-05",
    "number": "1",
    "hall": "nowhere",
    "prefix": "A",
    "window_no": "A01",
}

_NOBODYS = "0190a000-0000-7000-8000-000000000000"
_BY_ID = (
    "stage", "meeting", "disposal", "sharing", "alert", "measure", "link", "check", "bulletin", "patrol", "sheet",
    "user", "document",
)  # fmt: skip
_FIXED |= {"do": "call"} | dict.fromkeys(_BY_ID, _NOBODYS)


@dataclass(frozen=True)
class Route:
    """One address of the whole site."""

    name: str
    address: str
    view: Callable[..., Any]

    @property
    def declared(self) -> tuple[str, ...]:
        """Who may enter, as the view says."""
        return tuple(getattr(self.view, "yc_access", ()))

    def of(self, world: World, place: str, state: str) -> str:
        """The address of an object of the world."""
        parts = _FIXED | {
            "no": world.cases[place, state].no,
            "draft_id": str(world.drafts[place]),
            "ref": str(world.papers[place, state]),
            "pcode": place,
            "run_no": place.upper(),
            "digest": world.digest,
            "token": world.certificate,
            "certificate": str(world.certificates[place]),
            "step": "propose" if self.name.endswith("certificate_step") else "tell",
            "part": str(world.papers[place, state]),
            "key": "form" if self.name in ("item_blank", "apply_preview") else "map",
        }
        return "/" + _PART.sub(lambda found: parts[found[1]], self.address)


def routes(patterns: Iterable[Any] | None = None, prefix: str = "", namespace: str = "") -> Iterator[Route]:
    """Every route of the site, or of a list of patterns."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        where = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, where, inner)
        elif isinstance(pattern, URLPattern):
            yield Route(f"{namespace}{pattern.name or ''}", where, pattern.callback)


def without_row(found: Iterable[Route], rows: Iterable[str]) -> list[str]:
    """The routes for which the table has no row, each with what to write."""
    known = set(rows)
    return [
        f"{route.address or '/'} ({' '.join(sorted(route.declared)) or 'declares nobody'}): add a row to "
        f'tests/faces/matrix/rows/, for example  reads("{route.name}", …)  or  form("{route.name}", …)'
        for route in found
        if route.name not in known
    ]
