"""Gives each request its legal time and its officer, and turns refusals into sentences."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.acts.filing.shapes import Conflict, KeyReused
from yichuang.faces.common import clock, errors
from yichuang.faces.common.attempts import WAIT
from yichuang.faces.common.context import back_of
from yichuang.faces.common.sentences import refusal
from yichuang.faces.common.visitors.capacity import officer_here
from yichuang.faces.common.visitors.jurisdiction import serving
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.pressing import Fault
from yichuang.records.documents.rendering import RenderingFault
from yichuang.records.org.directory import directory
from yichuang.rules.typed import unseen, visible
from yichuang.rules.verdict import Refused

_NUL = "\x00"
_AS_IT_IS = ("password",)  # a word of its owner's choice


class FaceMiddleware:
    """Sets `request.at` (aware), `request.today` (civil date), `request.directory` and `request.officer`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = clock.now()
        request.today = request.at.astimezone(clock.ZONE).date()
        if not request.path.startswith("/static/"):
            request.directory = directory()
            request.officer = officer_here(request, request.directory)
        with serving(request):
            response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            response = errors.not_allowed(request, response.headers.get("Allow", ""))
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers.setdefault("Retry-After", str(WAIT))
        if getattr(request, "officer", None) and request.officer.user_id:
            response.headers.setdefault("Cache-Control", "private, no-store")  # it may show personal data
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, parts: dict[str, Any]) -> HttpResponse | None:
        """Refuse the NUL character, which no database keeps, before anybody looks; programs get their own answer."""
        if request.path.startswith("/api/"):
            return None
        if any(_NUL in str(part) for part in parts.values()):
            return errors.not_found(request)
        told = (*request.GET.lists(), *request.POST.lists())
        if any(_NUL in word for name, words in told for word in (name, *words)):
            return errors.bad_request(request)
        _clean(request)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with 422, a conflict with 409, what may not be seen with 404, what wasn't made with 503."""
        if isinstance(exception, NotFound):
            return errors.not_found(request)
        if isinstance(exception, Conflict):
            return render(request, "common/409.html", {"reload_url": back_of(request)}, status=409)
        if isinstance(exception, Fault | RenderingFault):
            response = render(request, "common/503.html", {"back_url": back_of(request)}, status=503)
            response.headers["Retry-After"] = "60"  # as the page says
            return response
        if isinstance(exception, KeyReused):
            exception = Refused("key_reused", "YC-幂等")
        if isinstance(exception, Refused):
            page = "common/part/refused.html" if request.htmx else "common/refused.html"
            told = {"refusal": refusal(exception, request.today), "back_url": back_of(request)}
            return render(request, page, told, status=422)
        return None


def _clean(request: HttpRequest) -> None:
    """Take what nobody sees out of the words of a form: a reason of zero-width characters is no reason."""
    if not any(unseen(word) for _, words in request.POST.lists() for word in words):
        return
    told = request.POST.copy()
    for name, words in request.POST.lists():
        if name not in _AS_IT_IS:
            told.setlist(name, [visible(word) for word in words])
    request.POST = told
