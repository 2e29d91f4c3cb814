"""Service points (服务点): branch halls, community points, self-service rooms; the nearest first if asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time

from django.conf import settings
from django.http import HttpRequest

from yichuang.records.hall.models import Hall, HallKind
from yichuang.records.staffing.models import ServicePoint
from yichuang.rules.hall.nearest import Spot, Way, in_circle, way
from yichuang.rules.norms import Norms

_FAR = 10**9
_ANY_HOUR = (time(0, 0), time(23, 59))


@dataclass(frozen=True, slots=True)
class Point:
    """A place where something can be done, as visitors see it."""

    name: str
    kind: str
    address: str
    hours: str
    minutes: int | None  # that the farthest residents walk
    inside: bool | None  # of the circle
    address_of: str = ""  # its page
    phone: str = ""
    services: Sequence[str] = ()
    spot: Spot | None = None
    way: Way | None = None
    slug: str = field(default="")


def points(halls: Sequence[Hall], more: Sequence[ServicePoint], norms: Norms, start: Spot | None) -> list[Point]:
    """Return all places but the halls with queues of their own; those that both books name are one."""
    named = {row.name: row for row in more}
    found = [_of_hall(hall, named.pop(hall.name, None), norms, start) for hall in halls if hall.kind != HallKind.MAIN]
    found += [_of_point(row, norms) for row in named.values()]
    return sorted(found, key=lambda one: (one.way.metres if one.way else _FAR, one.name))


def start_in(request: HttpRequest, halls: Sequence[Hall]) -> Spot | None:
    """Return where the visitor says he is: a place of the list, or what his telephone says."""
    told = request.GET.get("from", "")
    hall = next((hall for hall in halls if hall.slug == told), None)
    if hall is not None:
        return spot_of(hall)
    east, _, north = request.GET.get("at", "")[:40].partition(",")
    try:
        here = Spot(float(east), float(north))
    except ValueError:
        return None
    return here if here.real else None


def spot_of(hall: Hall) -> Spot | None:
    """Return where a hall stands on the map."""
    if hall.longitude is None or hall.latitude is None:
        return None
    return Spot(float(hall.longitude), float(hall.latitude))


def hours_of(hall: Hall) -> str:
    """Return when a hall is open, in words; one of the demonstration, which may be tried by night, tells of both."""
    if hall.around_the_clock:
        return "24 小时开放"
    if settings.DEMO and (hall.opens, hall.closes) == _ANY_HOUR:
        return "工作日 9:00–17:00（演示里随时可以取号）"
    return f"工作日 {hall.opens:%H:%M}–{hall.closes:%H:%M}"


def _of_hall(hall: Hall, row: ServicePoint | None, norms: Norms, start: Spot | None) -> Point:
    spot, minutes = spot_of(hall), hall.walk_minutes or (row.minutes if row else None)
    community = hall.kind == HallKind.COMMUNITY
    return Point(
        hall.name, str(HallKind(hall.kind).label), hall.address, row.hours if row else hours_of(hall), minutes,
        in_circle(minutes, norms) if community else None, f"/halls/{hall.slug}/", hall.phone,
        tuple(row.kinds) if row else (), spot, way(start, spot) if start and spot else None, hall.slug,
    )  # fmt: skip


def _of_point(row: ServicePoint, norms: Norms) -> Point:
    minutes = row.minutes or None
    label = str(HallKind.COMMUNITY.label)
    services = tuple(row.kinds)
    return Point(row.name, label, row.address, row.hours, minutes, in_circle(minutes, norms), services=services)
