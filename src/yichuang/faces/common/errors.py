"""What a visitor sees when an address can't be shown."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yichuang.faces.common.context import back_of
from yichuang.records.org.models import Role


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: say that what was sent can't be read, and why as far as it is known."""
    large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return render(request, "common/400.html", {"large": large}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: name the missing right and who can grant it."""
    labels = dict(Role.choices)
    needed = [labels[word] for word in str(exception or "").split() if word in labels]
    return render(request, "common/403.html", {"needed": needed}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also what somebody sees who may not know of a case."""
    return render(request, "common/404.html", status=404)


def not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: an address that is only read was sent to, or a button's address was opened by itself."""
    response = render(request, "common/405.html", {"back_url": back_of(request)}, status=405)
    response.headers["Allow"] = allowed
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """500."""
    return render(request, "common/500.html", status=500)
