"""办事大厅: whether it is open today, and which windows take what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Centre, Window


@dataclass(frozen=True, slots=True)
class Zone:
    """Windows of one kind: 综合窗口 B01—B04."""

    name: str
    numbers: str
    count: int


@dataclass(frozen=True, slots=True)
class Hall:
    """The hall on one day."""

    centre: Centre
    open: bool
    why: str
    next_open: date
    zones: tuple[Zone, ...]
    windows: int


def hall_today(centre: Centre | None, directory: Directory, today: date) -> Hall | None:
    """Return the hall of a centre; None before there is one."""
    if centre is None:
        return None
    calendar = directory.calendar(centre.profile)
    day, on = calendar.day(today), today
    while not calendar.is_working(on):
        on += timedelta(days=1)
    windows = [window for window in directory.windows.values() if window.centre_id == centre.id]
    return Hall(centre, day.counts, day.why, on, zones(windows), len(windows))


def zones(windows: Iterable[Window]) -> tuple[Zone, ...]:
    """Group windows by name, in the order of their numbers."""
    rows = sorted(windows, key=lambda window: window.no)
    names = Counter(window.name for window in rows)
    return tuple(
        Zone(name, "、".join(_ranges([window.no for window in rows if window.name == name])), names[name])
        for name in dict.fromkeys(window.name for window in rows)
    )


def _ranges(numbers: list[str]) -> list[str]:
    """Return B01—B04 for neighbours in one area."""
    found = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: (pair[1][0], int(pair[1][1:] or 0) - pair[0])):
        group = [number for _, number in run]
        found.append(group[0] if len(group) == 1 else f"{group[0]}—{group[-1]}")
    return found
