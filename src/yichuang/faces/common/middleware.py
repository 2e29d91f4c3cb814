"""Gives each request its legal time and its officer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from yichuang.faces.common import clock
from yichuang.records.org.directory import directory


class FaceMiddleware:
    """Sets `request.at` (aware), `request.today` (civil date), `request.directory` and `request.officer`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = clock.now()
        request.today = request.at.astimezone(clock.ZONE).date()
        if not request.path.startswith("/static/"):
            request.directory = directory()
            user_id = request.user.pk if request.user.is_authenticated else None
            request.officer = request.directory.officer(user_id, request.today)
            if user_id and not request.officer.name:
                request.officer = type(request.officer)(user_id, str(request.user))
        return self.get_response(request)
