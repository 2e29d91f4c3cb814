"""Which centre a visitor looks at (办事地区): an officer's own, else the one chosen, else the first."""

from __future__ import annotations

from django.http import HttpRequest

from yichuang.records.org.models import Centre

PLACE_COOKIE = "place"


def centre_of(request: HttpRequest) -> Centre | None:
    """Return the centre whose items, names and telephone the pages show; None before there is one."""
    directory = getattr(request, "directory", None)
    if directory is None:
        return None
    officer = getattr(request, "officer", None)
    region = officer.grants[0].region_code if officer and officer.grants else ""
    region = region or directory.prefixes.get(request.COOKIES.get(PLACE_COOKIE, ""), "")
    return directory.centres.get(region) or next(iter(directory.centres.values()), None)
