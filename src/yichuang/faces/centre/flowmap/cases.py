"""/centre/map/<item>/cases/: exactly the cases of a path, of a passage, or those that stand after a step."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.flowmap.asked import CSS, around, asked, item_of, nature_words, step_words
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.cases.access import NotFound
from yichuang.records.statistics.trails.models import CaseTrail
from yichuang.records.statistics.trails.queries import Way, cases_of, trails_of
from yichuang.rules.trails.folding import Trail, legs_of
from yichuang.rules.trails.steps import STEPS

PAGE = 30
_LONGEST = 1000


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show one page of the cases. Raises NotFound where the way has a step that is none."""
    wanted = asked(request)
    item, way = item_of(request, wanted.region, code), _way(request)
    cases = cases_of(request.officer, wanted.region, item.id, wanted.span, way)
    found = Paginator(cases, PAGE).get_page(request.GET.get("page"))
    trails = trails_of(wanted.region, [case.id for case in found])
    departments = request.directory.departments
    rows = [
        (case, departments[case.department_id].short_name, trails[case.id], list(_legs(trails[case.id])))
        for case in found
        if case.id in trails
    ]
    context = {"item": item, "page": found, "rows": rows, "words": _words(way)}
    return render(request, "centre/flowmap/cases.html", around(request, wanted) | context)


def _way(request: HttpRequest) -> Way:
    told = {
        field: request.GET.get(name, "")[:_LONGEST]
        for field, name in (("path", "path"), ("before", "from"), ("after", "to"), ("standing", "standing"))
    }
    way = Way(**told)
    whole = way.path or way.standing or (way.before and way.after)
    if not whole or not {step for part in way for step in part.split()} <= STEPS:
        raise NotFound("way")
    return way


def _words(way: Way) -> str:
    if way.path:
        return "走完这条路径的办件：" + " → ".join(step_words(step) for step in way.path.split())
    if way.standing:
        return f"现在停在“{step_words(way.standing)}”之后的办件"
    return f"从“{step_words(way.before)}”到“{step_words(way.after)}”的办件"


def _legs(row: CaseTrail) -> list[tuple[str, str, str, int]]:
    """Return the legs in words: to which step, what the time was, its class, how many days."""
    trail = Trail(row.item_id, row.begun_on, row.ended_on, row.limit, row.steps, row.spent)
    return [(step_words(leg.after), nature_words(leg.nature), CSS[leg.nature], leg.days) for leg in legs_of(trail)]
