"""Who owes what (应当开辟的服务区): regions with their level, and whether they have a 24-hour self-service room."""

from __future__ import annotations

from collections.abc import Mapping

from yichuang.records.hall.models import Hall
from yichuang.records.org.models import Level, Region

_WORDS: Mapping[int, str] = {Level.CITY: "city", Level.COUNTY: "county", Level.TOWN: "town"}


def self_service_of(region_code: str) -> dict[str, tuple[str, bool]]:
    """Return name → level and whether there is a room, of a region and all below it. Two queries.

    Which counties are able (具备条件) nobody says; they count with the counties.
    """
    rows = {row.id: row for row in Region.objects.all()}
    open_rooms = set(Hall.objects.filter(around_the_clock=True).values_list("region_code", flat=True))
    found = {}
    for row in rows.values():
        above = row
        while above is not None and above.code != region_code:
            above = rows.get(above.parent_id) if above.parent_id else None
        if above is not None and row.level in _WORDS:
            found[row.name] = _WORDS[row.level], row.code in open_rooms
    return found
