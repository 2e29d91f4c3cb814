"""Dates and people from forms of the roster; nothing for what can't be read."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest


def day_in(request: HttpRequest, name: str) -> date | None:
    """Return a date from the form."""
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        return None


def person_in(request: HttpRequest, name: str) -> UUID | None:
    """Return an id from the form."""
    return id_of(request.POST.get(name, ""))


def id_of(word: str) -> UUID | None:
    """Return an id from its words."""
    try:
        return UUID(word)
    except ValueError:
        return None
