"""From a form of this room to an act and back to the page it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from yichuang.acts.filing.shapes import Conflict
from yichuang.faces.common import results
from yichuang.faces.common.doing import perform
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.office.cases.acting import Deed, conflict
from yichuang.records.org.directory import Directory
from yichuang.rules.consulting.reach import in_reach
from yichuang.rules.permissions import OFFICE
from yichuang.rules.verdict import Refused


def act_here(
    request: HttpRequest, no: str, deed: Deed, beside: Callable[[Refusal], HttpResponse], back: str
) -> HttpResponse:
    """Do the act and go to `back` with a result line; a refusal is shown by `beside`.  Raises: NotFound."""
    try:
        perform(request, deed.act, deed.wish)
    except Conflict:
        return conflict(request, no, "")
    except Refused as refused:
        return beside(refusal(refused, request.today))
    results.done(request, f"{deed.words} {no}。")
    return HttpResponseRedirect(back)


def day_in(request: HttpRequest, name: str) -> date | None:
    """Return the day that a field names, None for none or nonsense."""
    try:
        return date.fromisoformat(request.POST.get(name, "").strip())
    except ValueError:
        return None


def ids_in(values: list[str]) -> tuple[UUID, ...]:
    """Return the ids among the values of a field."""
    return tuple(one for one in map(id_in, values) if one is not None)


def id_in(value: str) -> UUID | None:
    """Return an id, None for nonsense."""
    try:
        return UUID(value)
    except ValueError:
        return None


def text_in(request: HttpRequest, name: str, most: int = 4000) -> str:
    """Return what was written in a field, within its length."""
    return request.POST.get(name, "").strip()[:most]


def others(directory: Directory, lead: UUID, least: int = 9) -> list[tuple[str, list[Any]]]:
    """Return who may be asked in the province, by centre, the lead's own centre first; nobody below level `least`."""
    own = directory.departments[lead].centre
    found: dict[Any, list[Any]] = {own.id: []}
    for department in sorted(directory.departments.values(), key=lambda d: (d.centre_id != own.id, d.name)):
        region = department.centre.region
        if region.level <= least and in_reach(own.region.code, region.code, region.level):
            found.setdefault(department.centre_id, []).append(department)
    names = directory.centres_by_id
    return [(names[centre].name, rows) for centre, rows in found.items() if rows]


def people_of(directory: Directory, department: UUID, today: date) -> list[tuple[str, str]]:
    """Return who holds an approval post at a department today: id and name."""
    found = {
        str(user): directory.names[user]
        for user, postings in directory.postings.items()
        if any(p.department_id == department and p.role in OFFICE for p in postings)
        and any(g.department_id == department for g in directory.officer(user, today).grants)
    }
    return sorted(found.items(), key=lambda pair: pair[1])
