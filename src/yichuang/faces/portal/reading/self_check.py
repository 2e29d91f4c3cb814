"""材料自查: a few questions, one's own list of materials, and what of it is still missing."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.common.access import allow
from yichuang.faces.portal.reading.guide import find
from yichuang.faces.portal.reading.materials import material_list


@allow("public")
@require_safe
def self_check(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the situation and its conditions; `done` shows the list that follows, `have` ticks what is there.

    Nothing is kept: the address is the whole answer, so it can be saved, sent and printed.
    """
    found = find(request, code)
    if not found.version.materials:
        raise Http404
    everything = material_list(found.version, request.GET.get("situation", ""))
    asked = list(dict.fromkeys(row.when for row in everything.rows if row.when))
    given = set(request.GET.getlist("when"))
    needed = [row for row in everything.rows if not row.when or row.when in given]
    bring, have = [row for row in needed if not row.exempt], set(request.GET.getlist("have"))
    missing = [row for row in bring if row.key not in have]
    crumbs = [(found.item.short_name or found.item.name, f"/items/{code}/"), ("材料自查", "")]
    return render(
        request,
        "portal/self_check.html",
        {
            "item": found.item,
            "materials": everything,
            "conditions": [(words, words in given) for words in asked],
            "needed": needed,
            "bring": bring,
            "have": have,
            "given": [words for words in asked if words in given],
            "ticked": "tick" in request.GET,
            "missing": [row for row in missing if not row.deferrable],
            "later": [row for row in missing if row.deferrable],
            "exempt": [row for row in needed if row.exempt],
            "done": "done" in request.GET,
            "crumbs": crumbs,
        },
    )
