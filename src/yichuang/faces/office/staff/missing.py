"""What somebody wanted to change on the roster is not there any more: said in its own words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.faces.office.scope import frame, scope_of


def gone(request: HttpRequest, words: str) -> HttpResponse:
    """Answer with a page that says what is missing."""
    around = frame(request, scope_of(request.officer, request.directory, request.today))
    return render(request, "office/roster/gone.html", around | {"words": words}, status=404)
