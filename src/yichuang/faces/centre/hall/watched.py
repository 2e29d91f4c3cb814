"""What managers and supervisors must be shown of halls: calls without outcome, rooms and circles that are owed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from yichuang.law.book import book
from yichuang.records.hall.duty import self_service_of
from yichuang.records.hall.models import Hall, HallKind
from yichuang.records.hall.place import halls
from yichuang.records.hall.watching import call_alerts, minutes_of
from yichuang.records.org.models import User
from yichuang.records.staffing.access import points_of
from yichuang.rules.hall.hours import missing_self_service
from yichuang.rules.hall.nearest import outside_circle
from yichuang.rules.supervision.calling import LIMIT

_DAYS, _MOST = 7, 50


def alerts_in(request: HttpRequest, region: str, hall: Hall | None = None) -> dict[str, Any]:
    """Return the calls of the last days to which nothing came, with who sat there. Two queries."""
    rows = list(call_alerts([region], request.at - timedelta(days=_DAYS), hall)[:_MOST])
    names = dict(User.objects.filter(id__in={row.clerk_id for row in rows}).values_list("id", "display_name"))
    norms = book().norms(request.directory.centres[region].profile, request.today)
    found = [(row, minutes_of(row, request.at), names.get(row.clerk_id, "")) for row in rows]
    return {"alerts": found, "minutes": norms.number(LIMIT), "days": _DAYS}


def duties_of(request: HttpRequest, region: str) -> dict[str, Any]:
    """Return which places owe a 24-hour room by now, and which points lie outside of the circle."""
    norms = book().norms(request.directory.centres[region].profile, request.today)
    duty = norms.get("self_service_levels")
    levels = norms.choices("self_service_levels") if duty else ()
    community = [(one.name, one.walk_minutes) for one in halls([region]) if one.kind == HallKind.COMMUNITY]
    points = {**{one.name: one.minutes or None for one in points_of(region)}, **dict(community)}
    return {
        "missing": missing_self_service(levels, self_service_of(region)) if duty else (),
        "duty": book().cite(duty.basis) if duty else "",
        "outside": outside_circle(sorted(points.items()), norms),
    }
