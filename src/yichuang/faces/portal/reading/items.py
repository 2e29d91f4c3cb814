"""事项列表: by whom it serves, theme, department, kind of case, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.common.labels import KINDS
from yichuang.faces.portal.reading.cards import rows
from yichuang.faces.portal.reading.here import shelf_here
from yichuang.records.catalogue.shelf import Card
from yichuang.records.catalogue.themes import THEMES, Audience, theme_key, theme_name
from yichuang.records.hall.place import served_at

AUDIENCES = {Audience.PERSON: "个人办事", Audience.ORGANISATION: "法人办事"}
_PAGE = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for; unknown words are left out."""

    audience: Audience | None
    theme: str
    department: str
    kind: str
    online: bool
    words: str
    hall: str = ""

    def tests(self) -> list[Callable[[Card], bool]]:
        """Return what a card must pass."""
        tests: list[Callable[[Card], bool]] = []
        if self.audience:
            tests.append(lambda card: self.audience in card.audiences)
            if self.theme:
                key = theme_key(self.audience, self.theme)
                tests.append(lambda card: key in card.themes)
        if self.department:
            tests.append(lambda card: card.department == self.department)
        if self.kind:
            tests.append(lambda card: card.kind == self.kind)
        if self.online:
            tests.append(lambda card: card.open)
        return tests


def wanted(request: HttpRequest) -> Wanted:
    """Read the query string."""
    given = request.GET
    audience = next((a for a in Audience if a.value == given.get("for")), None)
    theme = given.get("theme", "")
    slugs = {row.slug for row in request.directory.departments.values()}
    return Wanted(
        audience=audience,
        theme=theme if audience and theme in THEMES[audience] else "",
        department=given.get("dept", "") if given.get("dept") in slugs else "",
        kind=given.get("kind", "") if given.get("kind") in KINDS else "",
        online=given.get("online") == "1",
        words=given.get("q", "").strip()[:40],
        hall=given.get("hall", "")[:40],
    )


@allow("public")
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """List the items that the address asks for, twenty a page."""
    stock, asked = shelf_here(request), wanted(request)
    tests = asked.tests() + _at_hall(asked.hall, request)
    found = stock.search(asked.words, limit=len(stock.cards)) if asked.words else stock.cards
    cards = [card for card in found if all(test(card) for test in tests)]
    page = Paginator(cards, _PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "portal/items.html",
        {
            "asked": asked,
            "page": page,
            "rows": rows(page.object_list),
            "count": len(cards),
            "title": _title(asked),
            "themes": _themes(stock.cards, asked),
            "departments": _departments(stock.cards, request),
            "kinds": [(value, words) for value, (_, words, _) in KINDS.items()],
            "audiences": [(a.value, words) for a, words in AUDIENCES.items()],
            "crumbs": [("全部事项", "/items/" if asked.audience else ""), *_crumbs(asked)],
        },
    )


def _at_hall(slug: str, request: HttpRequest) -> list[Callable[[Card], bool]]:
    """Return the test for what is taken in at a hall; none for a hall that nobody knows."""
    here = served_at(list(request.directory.centres)).get(slug) if slug else None
    return [lambda card: bool(here & {card.department, card.code})] if here else []


def _title(asked: Wanted) -> str:
    if asked.audience is None:
        return "全部事项"
    return theme_name(asked.audience, asked.theme) or AUDIENCES[asked.audience]


def _crumbs(asked: Wanted) -> list[tuple[str, str]]:
    if asked.audience is None:
        return []
    here = f"/items/?for={asked.audience.value}" if asked.theme else ""
    theme = [(theme_name(asked.audience, asked.theme), "")] if asked.theme else []
    return [(AUDIENCES[asked.audience], here), *theme]


def _themes(cards: tuple[Card, ...], asked: Wanted) -> list[tuple[str, str]]:
    """Return the themes that have items, of the chosen audience."""
    if asked.audience is None:
        return []
    used = {key for card in cards for key in card.themes}
    return [(c, name) for c, name in THEMES[asked.audience].items() if theme_key(asked.audience, c) in used]


def _departments(cards: tuple[Card, ...], request: HttpRequest) -> list[tuple[str, str]]:
    used = {card.department for card in cards}
    return [(d.slug, d.short_name) for d in request.directory.departments.values() if d.slug in used]
