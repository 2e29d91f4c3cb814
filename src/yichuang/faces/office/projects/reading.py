"""What a form of a project brings: departments and a day; what is none of them is left out and refused by the act."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from yichuang.rules.verdict import Refused


def departments_in(request: HttpRequest) -> tuple[UUID, ...]:
    """Return the departments that were ticked."""
    found = []
    for word in request.POST.getlist("departments"):
        try:
            found.append(UUID(word))
        except ValueError:
            continue
    return tuple(found)


def day_in(request: HttpRequest) -> date:
    """Return the day. Raises: Refused where it is none."""
    try:
        return date.fromisoformat(request.POST.get("held_on", ""))
    except ValueError:
        raise Refused("day_missing", "S4-二(四).4") from None
