"""What a concern is about (诉求对象), as its address says: an item, a case of one's own, a window."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from yichuang.faces.common.place import centre_of
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.catalogue.queries import guide_of
from yichuang.records.catalogue.versions import version_of


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
