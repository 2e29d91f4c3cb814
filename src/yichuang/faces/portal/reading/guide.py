"""办事指南: one item, all it takes, and by when it is answered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.portal.reading.authority import window_facts
from yichuang.faces.portal.reading.cards import rows
from yichuang.faces.portal.reading.counter import counter_papers
from yichuang.faces.portal.reading.expected import clock_rows, expected, norms_of
from yichuang.faces.portal.reading.facts import facts
from yichuang.faces.portal.reading.hall import hall_today, zones
from yichuang.faces.portal.reading.items import AUDIENCES
from yichuang.faces.portal.reading.materials import material_list
from yichuang.faces.portal.reading.process import process
from yichuang.faces.portal.reading.remedies import remedies
from yichuang.records.catalogue.levels import begins_online
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.catalogue.queries import ItemGuide, guide_of
from yichuang.records.catalogue.review_rules import cautions_of, told_of
from yichuang.records.catalogue.shelf import Card, shelf
from yichuang.records.catalogue.themes import theme_name
from yichuang.records.feedback.concerns import public_answers
from yichuang.records.org.models import Window

_RELATED = 4


def find(request: HttpRequest, code: str) -> ItemGuide:
    """Return the item with the version of today. Raises Http404."""
    found = guide_of(code, request.today)
    if found is None:
        raise Http404
    return found


@allow("public")
@require_safe
def guide(request: HttpRequest, code: str) -> HttpResponse:
    """Show the guide; `?situation=` chooses whose materials. For htmx only the part that changes."""
    found = find(request, code)
    context = {**_basics(found, request), "materials": material_list(found.version, _situation(request))}
    if request.htmx:
        response = render(request, "portal/guide/materials.html", context | {"fragment": True})
    else:
        response = render(request, "portal/guide.html", context | _whole(found, request))
    patch_vary_headers(response, ["HX-Request"])
    return response


@allow("public")
@require_safe
def printed(request: HttpRequest, code: str) -> HttpResponse:
    """Show the guide on paper: at most three sheets."""
    found = find(request, code)
    wanted = _situation(request)
    context = {**_basics(found, request), **_whole(found, request)}
    return render(request, "portal/guide_print.html", context | {"materials": material_list(found.version, wanted)})


@allow("public")
@require_safe
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """Show the notice of the item on paper (告知单): one sheet, what is told to everybody who asks."""
    return _paper(request, code, "portal/guide_notice.html")


@allow("public")
@require_safe
def handbook(request: HttpRequest, code: str) -> HttpResponse:
    """Show the handbook of the item on paper (许可手册): everything, the rules of review too."""
    return _paper(request, code, "portal/guide_handbook.html")


def _paper(request: HttpRequest, code: str, template: str) -> HttpResponse:
    found = find(request, code)
    if not found.version.materials:  # only listed: there is nothing to print
        raise Http404
    norms = norms_of(found.item.department, request.directory, request.today)
    powers = request.directory.powers(found.item.department_id, request.today)
    told = {
        "materials": material_list(found.version, _situation(request)),
        "process": process(found.item, found.version, norms),
        "window": window_facts(found.version, norms, powers),
        "facts": facts(found.item, found.version),
        "rules": told_of(found.version),
        "remedies": remedies(found.item, norms),
    }
    return render(request, template, _basics(found, request) | told)


@allow("public")
@require_safe
def clock(request: HttpRequest, code: str) -> HttpResponse:
    """Show how the date of an application of today is counted (这个日期怎么算的)."""
    found = find(request, code)
    dates = expected(found.version, found.item.department, request.directory, request.today)
    if dates is None or dates.on_the_spot:
        raise Http404
    crumbs = [(found.item.short_name or found.item.name, f"/items/{code}/"), ("这个日期怎么算的", "")]
    context = {**_basics(found, request), "rows": list(clock_rows(dates)), "crumbs": crumbs}
    return render(request, "portal/guide_clock.html", context)


def _situation(request: HttpRequest) -> str:
    return request.GET.get("situation", "")


def _basics(found: ItemGuide, request: HttpRequest) -> dict[str, Any]:
    item, version = found.item, found.version
    historical = item.status == ItemStatus.HISTORICAL
    return {
        "item": item,
        "version": version,
        "about": version.guide,
        "dates": None if historical else expected(version, item.department, request.directory, request.today),
        "open": item.status == ItemStatus.OPEN and begins_online(version),
        "historical": historical,
    }


def _whole(found: ItemGuide, request: HttpRequest) -> dict[str, Any]:
    item, version = found.item, found.version
    stock = shelf(request.directory, request.today, item.region_code)
    card = stock.by_code[item.code]
    norms = norms_of(item.department, request.directory, request.today)
    powers = request.directory.powers(item.department_id, request.today)
    return {
        "crumbs": _crumbs(card),
        "facts": [*facts(item, version), *window_facts(version, norms, powers)],
        "process": process(item, version, norms),
        "zones": zones(Window.objects.filter(departments=item.department)),
        "hall": hall_today(request.directory.centres_by_id.get(item.centre_id), request.directory, request.today),
        "remedies": remedies(item, norms) if version.materials else None,
        "related": rows(_related(card, stock.cards)),
        "answers": public_answers(item.region_code, item.id),
        "heeded": cautions_of(version),
        "papers": counter_papers(item.code, version, norms),
    }


def _crumbs(card: Card) -> list[tuple[str, str]]:
    """Return the way to the item by its first theme."""
    here = [(card.short_name, "")]
    for audience, words in AUDIENCES.items():
        prefix = f"{audience.value}:"
        code = next((key.removeprefix(prefix) for key in sorted(card.themes) if key.startswith(prefix)), "")
        if code:
            url = f"/items/?for={audience.value}"
            name = theme_name(audience, code)
            return [(words, url), (name, f"{url}&theme={code}"), *here]
    return [("全部事项", "/items/"), *here]


def _related(card: Card, cards: tuple[Card, ...]) -> list[Card]:
    """Return what people who need this may need too: same themes first, then same department."""
    others = [c for c in cards if c.code != card.code and c.status != ItemStatus.HISTORICAL]
    near = [
        (len(card.themes & c.themes) + (c.department == card.department), c)
        for c in others
        if card.themes & c.themes or c.department == card.department
    ]
    near.sort(key=lambda pair: -pair[0])
    return [c for _, c in near[:_RELATED]]
