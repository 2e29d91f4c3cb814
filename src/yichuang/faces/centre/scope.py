"""Which region is watched (监察范围), and the one way in which a page of this face gets a case."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest

from yichuang.faces.common import nav
from yichuang.faces.common.access import ARCHIVE, CENTRE, opens
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.officers import Officer


def regions_of(officer: Officer, roles: Collection[str] = CENTRE) -> list[str]:
    """Return the regions in which the officer watches."""
    return list(dict.fromkeys(grant.region_code for grant in officer.grants if grant.role in roles))


def region_of(request: HttpRequest, roles: Collection[str] = CENTRE) -> str:
    """Return the region asked for, else the first one watched."""
    regions = regions_of(request.officer, roles)
    asked = request.GET.get("region", "")
    return asked if asked in regions else regions[0]


def watched_case(request: HttpRequest, no: str, roles: Collection[str] = CENTRE) -> CaseFile:
    """Return a case of a region that the officer watches: being its applicant is not enough. Raises NotFound."""
    case = read_case(no, request.officer, request.directory)
    if case.region_code not in regions_of(request.officer, roles):
        raise NotFound(no)
    return case


def _home(request: HttpRequest, roles: Collection[str], *, watches: bool) -> str:
    """Return where the officer's own work begins: never at a door that is shut to him."""
    first = "/centre/" if watches else "/centre/archive/" if roles == ARCHIVE else "/centre/law/"
    if opens(request, first):
        return first
    return next((link.url for group in nav.staff(request) for link in group.links), "/")


def frame(request: HttpRequest, roles: Collection[str] = CENTRE) -> dict[str, Any]:
    """Return what every page of the centre shows around itself; only who watches is led to the cases."""
    regions = regions_of(request.officer, roles)
    centres, watches = request.directory.centres, bool(request.officer.roles() & CENTRE)
    return {
        "search_url": "/centre/cases/" if watches else "",
        "staff_home": _home(request, roles, watches=watches),
        "watches": watches,
        "bar_title": "监察工作台" if watches or roles != ARCHIVE else "档案工作台",
        "regions": [(code, centres[code].name) for code in regions if code in centres] if len(regions) > 1 else [],
        "region": region_of(request, roles),
    }
