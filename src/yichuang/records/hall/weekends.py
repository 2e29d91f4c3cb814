"""Weekend rosters of a region (周末轮班): which windows are open on which rest days, from when to when."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from yichuang.records.hall.models import WeekendShift


def shifts_of(region_code: str, span: tuple[date, date]) -> dict[tuple[UUID, date], tuple[time, time]]:
    """Return the hours of each window and day of a span on which it is in the roster. One query."""
    rows = WeekendShift.objects.filter(hall_window__hall__region_code=region_code, day__range=span)
    rows = rows.values_list("hall_window__window", "day", "opens", "closes")
    return {(window, day): (opens, closes) for window, day, opens, closes in rows}
