"""A small hall: two lines, two windows, one slot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tests.acts.city import City, build_city
from tests.emptying import emptied
from yichuang.records.hall.calling import AtWindow
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import AppointmentSlot, Hall, HallWindow, QueueNumber, ServiceLine, WeekendShift
from yichuang.records.hall.place import Place, place
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Window

__all__ = ["emptied"]
ZONE = ZoneInfo("Asia/Shanghai")
MONDAY, SATURDAY = date(2026, 3, 2), date(2026, 3, 7)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


@dataclass
class SmallHall:
    """What the tests hold on to."""

    city: City
    hall: Hall
    slot: AppointmentSlot

    def place(self, day: date = MONDAY) -> Place:
        return place(Hall.objects.get(id=self.hall.id), directory(), day)

    def draw(self, prefix: str = "A", when: datetime | None = None, priority: str = "ordinary") -> QueueNumber:
        here = self.place()
        line = here.line(prefix)
        assert line is not None
        return drawn(here, Draw(line, new_id().hex, priority=priority), when or at(9, 30))

    def window(self, no: str = "A06", when: datetime | None = None) -> AtWindow:
        here = self.place()
        found = here.window(no)
        assert found is not None
        return AtWindow(here, found, self.city.people["clerk"].id, when or at(10))


def build_hall(city: City) -> SmallHall:
    """Put the hall into the database."""
    hall = Hall.objects.create(centre=city.centre, region_code="990100", slug="hall", name="大厅", kind="main")
    lines = [
        ServiceLine.objects.create(hall=hall, prefix=prefix, name=name, domain=domain, rank=rank)
        for rank, (prefix, name, domain) in enumerate([("A", "综合", "social"), ("B", "不动产", "real_estate")])
    ]
    lines[0].departments.add(city.department)
    other = Window.objects.create(centre=city.centre, no="A07", name="不动产")
    first = HallWindow.objects.create(hall=hall, window=city.window)
    second = HallWindow.objects.create(hall=hall, window=other)
    first.lines.set(lines)
    second.lines.set(lines[1:])
    WeekendShift.objects.create(hall_window=second, day=SATURDAY)
    slot = AppointmentSlot.objects.create(line=lines[0], weekday=3, starts=time(9), ends=time(9, 30), places=1)
    AppointmentSlot.objects.create(line=lines[1], weekday=6, starts=time(10), ends=time(10, 30), places=2)
    AppointmentSlot.objects.create(line=lines[0], weekday=6, starts=time(10), ends=time(10, 30), places=2)
    return SmallHall(city, hall, slot)


@pytest.fixture
def hall(db: None) -> SmallHall:
    return build_hall(build_city())
