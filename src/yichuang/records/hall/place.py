"""A hall as it stands (大厅现况): lines, windows, hours, norms. Read anew for each page: four queries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from yichuang.law.book import book
from yichuang.records.hall.models import Domain, Hall, HallWindow, ServiceLine, WeekendShift, WindowState
from yichuang.records.org.directory import Directory
from yichuang.rules.hall.hours import Hours, Opening, Shift
from yichuang.rules.norms import Norms

ZONE = ZoneInfo("Asia/Shanghai")
_SHIFTS_AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Place:
    """What one needs to know of a hall to take, call and show numbers."""

    hall: Hall
    lines: dict[UUID, ServiceLine]
    windows: dict[UUID, HallWindow]
    serving: dict[UUID, tuple[UUID, ...]]  # line → windows
    opening: Opening
    norms: Norms

    @property
    def first(self) -> tuple[str, ...]:
        """The classes that are called first here."""
        return self.norms.choices("queue_priority_classes")

    def on_duty(self, line: UUID, at: datetime) -> int:
        """Return how many windows of a line are open at a time of a day."""
        found = (self.opening.of_window(one, at.date()) for one in self.serving.get(line, ()))
        return sum(1 for hours in found if hours and hours.has(at.time()))

    def lines_of(self, window: UUID) -> tuple[UUID, ...]:
        """Return the lines that a window serves."""
        return tuple(line for line, windows in self.serving.items() if window in windows)

    def open_windows(self, line: UUID) -> int:
        """Return how many windows serve a line at this moment."""
        return sum(1 for one in self.serving.get(line, ()) if self.windows[one].state == WindowState.OPEN)

    def hours(self, line: UUID, day: date) -> Hours | None:
        """Return when a line is served on a day."""
        return self.opening.of_line(self.serving.get(line, ()), day)

    def next_hours(self, line: UUID, after: datetime) -> tuple[date, Hours] | None:
        """Return when a line is served next."""
        return self.opening.next_of_line(self.serving.get(line, ()), after.astimezone(ZONE))

    def line(self, prefix: str) -> ServiceLine | None:
        """Return a line by its letter."""
        return next((line for line in self.lines.values() if line.prefix == prefix), None)

    def window(self, no: str) -> HallWindow | None:
        """Return a window by its number."""
        return next((one for one in self.windows.values() if one.window.no == no), None)


def halls(regions: Collection[str] | None = None) -> QuerySet[Hall]:
    """Return the halls, of some regions or of all, main halls first."""
    rows = Hall.objects.select_related("centre__region", "parent")
    rows = rows if regions is None else rows.filter(region_code__in=list(regions))
    return rows.order_by("region_code", "parent_id", "name")


def place_of(slug: str, directory: Directory, today: date) -> Place | None:
    """Return a hall by the short name in its address."""
    hall = Hall.objects.select_related("centre__region").filter(slug=slug).first()
    return place(hall, directory, today) if hall else None


def place(hall: Hall, directory: Directory, today: date) -> Place:
    """Return a hall as it stands. Four queries."""
    lines = {line.id: line for line in ServiceLine.objects.filter(hall=hall)}
    rows = HallWindow.objects.filter(hall=hall).select_related("window", "clerk").order_by("window__no")
    windows = {row.id: row for row in rows}
    pairs = HallWindow.lines.through.objects.filter(hallwindow__hall=hall).values_list(
        "serviceline_id", "hallwindow_id"
    )
    serving: dict[UUID, list[UUID]] = {line: [] for line in lines}
    for line, window in pairs:
        serving[line].append(window)
    return Place(
        hall=hall,
        lines=lines,
        windows=windows,
        serving={line: tuple(found) for line, found in serving.items()},
        opening=_opening(hall, directory, today),
        norms=book().norms(hall.centre.profile, today),
    )


def _opening(hall: Hall, directory: Directory, today: date) -> Opening:
    calendar = directory.calendar(hall.centre.profile)
    return Opening(hall.opens, hall.closes, calendar, _shifts(hall, today), hall.around_the_clock)


def _shifts(hall: Hall, today: date) -> Sequence[Shift]:
    rows = WeekendShift.objects.filter(hall_window__hall=hall, day__range=(today, today + _SHIFTS_AHEAD))
    return tuple(Shift(row.hall_window_id, row.day, row.opens, row.closes) for row in rows)


def place_at_window(window_id: UUID | None, directory: Directory, today: date) -> tuple[Place, HallWindow] | None:
    """Return the hall in which a window of the organisation stands."""
    found = HallWindow.objects.filter(window_id=window_id).values_list("hall_id", "id").first() if window_id else None
    if found is None:
        return None
    here = place(Hall.objects.select_related("centre__region").get(id=found[0]), directory, today)
    return here, here.windows[found[1]]


def lines_of_item(region_code: str, item_id: UUID, department_id: UUID) -> list[ServiceLine]:
    """Return the lines at which an item is handled (事项归属领域): those that name it, else those of its department."""
    rows = ServiceLine.objects.filter(hall__region_code=region_code).select_related("hall")
    named = list(rows.filter(items=item_id))
    return named or list(rows.filter(departments=department_id))


def served_at(regions: Collection[str]) -> dict[str, frozenset[str]]:
    """Return what each hall takes in: slugs of departments and codes of items behind its short name. One query."""
    rows = ServiceLine.objects.filter(hall__region_code__in=list(regions))
    found: dict[str, set[str]] = {}
    for slug, *named in rows.values_list("hall__slug", "departments__slug", "items__code"):
        found.setdefault(slug, set()).update(one for one in named if one)
    return {slug: frozenset(named) for slug, named in found.items()}


def issuing_windows(region_code: str) -> dict[UUID, str]:
    """Return the windows of the organisation at which results are handed out (出件窗口), with their numbers."""
    rows = HallWindow.objects.filter(hall__region_code=region_code, lines__domain=Domain.ISSUING)
    return dict(rows.values_list("window_id", "window__no"))
