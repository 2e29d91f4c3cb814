"""What somebody wanted to change on the roster is not there any more: said in its own words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.faces.common.nav import around


def gone(request: HttpRequest, words: str) -> HttpResponse:
    """Answer with a page that says what is missing."""
    return render(request, "office/roster/gone.html", around(request) | {"words": words}, status=404)
