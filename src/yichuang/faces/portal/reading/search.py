"""搜索: while typing, and as a page of its own. What is not found leads to the themes and to the window."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.portal.reading.cards import rows
from yichuang.faces.portal.reading.here import departments_here, shelf_here
from yichuang.faces.portal.reading.items import AUDIENCES
from yichuang.records.catalogue.search_text import runs
from yichuang.records.catalogue.themes import THEMES, theme_key
from yichuang.records.org.models import Department

_QUICK, _MANY, _QUESTIONS, _DEPARTMENTS = 6, 50, 3, 3
_LONGEST = 40


@allow("public")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a search: a fragment for htmx, else the page."""
    words = request.GET.get("q", "").strip()[:_LONGEST]
    quick = bool(request.htmx) and "full" not in request.GET
    stock = shelf_here(request)
    found = stock.search(words, limit=_QUICK if quick else _MANY)
    context = {
        "q": words,
        "quick": quick,
        "rows": rows(found),
        "questions": stock.questions.find(words, limit=_QUESTIONS),
        "departments": _departments(words, request),
        "themes": [] if found or not words else _themes(request),
        "crumbs": [("搜索", "")],
    }
    page = render(request, "portal/part/answers.html" if quick else "portal/search.html", context)
    patch_vary_headers(page, ["HX-Request"])
    return page


def _departments(words: str, request: HttpRequest) -> list[Department]:
    """Return the departments whose name has every part of what was typed."""
    parts = runs(words)
    rows_ = departments_here(request)
    return [d for d in rows_ if parts and all(part in d.name + d.short_name for part in parts)][:_DEPARTMENTS]


def _themes(request: HttpRequest) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return audience, title and themes that have items, for people who found nothing."""
    used = {key for card in shelf_here(request).cards for key in card.themes}
    return [
        (a.value, title, [(c, name) for c, name in THEMES[a].items() if theme_key(a, c) in used])
        for a, title in AUDIENCES.items()
    ]
