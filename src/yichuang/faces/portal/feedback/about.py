"""What a concern is about (诉求对象): as its address says, or as it is chosen in the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.common.place import centre_of
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.catalogue.queries import guide_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.feedback.models import ConcernTarget


@dataclass(frozen=True, slots=True)
class About:
    """The item, case or window, and whose department that is; nothing where none is named."""

    item_id: UUID | None = None
    item_name: str = ""
    case_no: str = ""
    department_id: UUID | None = None
    window_id: UUID | None = None
    window_name: str = ""
    query: str = ""


def about(request: HttpRequest) -> About:
    """Return what `?item=`, `?case=` or `?window=` names; a case only to whom it may be shown."""
    told = request.GET
    if case_no := told.get("case", ""):
        try:
            case = read_case(case_no[:30], request.officer, request.directory)
        except NotFound:
            return About()
        item = version_of(case.item_version_id).item
        return About(item.id, item.name, case.no, case.department_id, query=f"case={case.no}")
    if code := told.get("item", ""):
        guide = guide_of(code[:60], request.today)
        if guide is not None:
            item = guide.item
            return About(item.id, item.name, department_id=item.department_id, query=f"item={item.code}")
    centre, number = centre_of(request), told.get("window", "")[:12]
    for key, row in request.directory.windows.items() if number and centre else ():
        if row.no == number and row.centre_id == centre.id:
            return About(window_id=key, window_name=f"{row.name} {row.no}", query=f"window={row.no}")
    return About()


def choices(request: HttpRequest) -> dict[str, list[tuple[str, str]]]:
    """Return the windows and departments of the centre that may be chosen: id and name."""
    centre, directory = centre_of(request), request.directory
    if centre is None:
        return {"windows": [], "departments": []}
    windows = [row for row in directory.windows.values() if row.centre_id == centre.id]
    departments = [row for row in directory.departments.values() if row.centre_id == centre.id]
    return {
        "windows": [(str(row.id), f"{row.no} {row.name}") for row in sorted(windows, key=lambda one: one.no)],
        "departments": [(str(row.id), row.name) for row in sorted(departments, key=lambda one: one.name)],
    }


def target_of(typed: Mapping[str, str], subject: About, request: HttpRequest) -> dict[str, Any]:
    """Return the object as the form says it: only windows and departments of this centre, and only what is named."""
    target, offered = typed.get("target", ""), choices(request)
    window = _one(typed.get("window", ""), offered["windows"])
    if target == ConcernTarget.WINDOW:
        return {"target": target, "target_window_id": window or subject.window_id}
    if target == ConcernTarget.PERSON:
        return {"target": target, "person_named": typed.get("person", ""), "target_window_id": window}
    if target == ConcernTarget.DEPARTMENT:
        return {"target": target, "target_department_id": _one(typed.get("department", ""), offered["departments"])}
    return {"target": target if target in ConcernTarget.values else ""}


def _one(told: str, offered: list[tuple[str, str]]) -> UUID | None:
    return UUID(told) if told in dict(offered) else None
