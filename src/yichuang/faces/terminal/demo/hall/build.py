"""Builds the demonstration's halls; numbers are drawn, called and finished by the same functions as in a real hall."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from yichuang.faces.common.live.devices import digest
from yichuang.records.hall.calling import AtWindow, call_next, current_of, stand, step
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import (
    AppointmentSlot,
    Hall,
    HallWindow,
    Priority,
    Screen,
    ServiceLine,
    Source,
    WeekendShift,
    WindowState,
)
from yichuang.records.hall.place import ZONE, Place, place
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Centre, Department, User, Window

_FIRST, _LAST = time(0, 0), time(23, 59)  # the demonstration may be looked at by night
_WEEKS = 6
_MORNING = timedelta(minutes=80)


def build_halls(now: datetime) -> None:
    """Put halls, a short history of yesterday and the queue of this moment into the database."""
    told = yaml.safe_load((Path(__file__).parent / "hall.yaml").read_text(encoding="utf-8"))
    centre = Centre.objects.select_related("region").get(prefix="JN")
    halls = _halls(told["halls"], centre)
    windows = _lines(told, halls, centre)
    _slots(told["slots"])
    today = now.astimezone(ZONE).date()
    _weekends(told["weekend"], windows, today)
    _screens(told["screens"], halls["jianing"], windows, now)
    main = place(halls["jianing"], directory(), today)
    users = dict(User.objects.filter(username__in=told["open"].values()).values_list("username", "id"))
    for no, login in told["open"].items():
        here = place(windows[no].hall, directory(), today)
        stand(AtWindow(here, here.windows[windows[no].id], users[login], now - _MORNING), WindowState.OPEN)
    _queue(place(main.hall, directory(), today), now)


def _halls(rows: list[Mapping[str, Any]], centre: Centre) -> dict[str, Hall]:
    made: dict[str, Hall] = {}
    for row in rows:
        made[row["slug"]] = Hall.objects.create(
            centre=centre, region_code=centre.region.code, parent=made.get(row.get("parent", "")), slug=row["slug"],
            name=row["name"], kind=row["kind"], address=row["address"], phone=centre.phone, opens=_FIRST, closes=_LAST,
            around_the_clock=row.get("all_day", False), walk_minutes=row["walk"], notice=row["notice"],
            voice_from=_FIRST, voice_until=_LAST, longitude=row["at"][0], latitude=row["at"][1],
        )  # fmt: skip
    return made


def _lines(told: Mapping[str, Any], halls: Mapping[str, Hall], centre: Centre) -> dict[str, HallWindow]:
    made: dict[str, HallWindow] = {}
    places = {row.no: row for row in Window.objects.filter(centre=centre)}
    departments = {row.slug: row for row in Department.objects.filter(centre=centre)}
    for rank, row in enumerate(told["lines"]):
        line = ServiceLine.objects.create(
            hall=halls[row["hall"]], prefix=row["prefix"], name=row["name"], note=row["note"], domain=row["domain"],
            rank=rank,
        )  # fmt: skip
        line.departments.set(departments[slug] for slug in row["departments"] if slug in departments)
        for no in row["windows"]:
            if no not in made:
                made[no] = HallWindow.objects.create(hall=line.hall, window=places[no])
            made[no].lines.add(line)
    return made


def _slots(rows: list[Mapping[str, Any]]) -> None:
    AppointmentSlot.objects.bulk_create(
        AppointmentSlot(line=line, weekday=weekday, starts=row["starts"], ends=row["ends"], places=row["places"])
        for line in ServiceLine.objects.all()
        for weekday in range(1, 8)
        for row in rows
    )


def _weekends(windows: list[str], made: Mapping[str, HallWindow], today: date) -> None:
    calendar = directory().calendar("cn")
    days = [day for ahead in range(7 * _WEEKS) if not calendar.is_working(day := today + timedelta(days=ahead))]
    WeekendShift.objects.bulk_create(
        WeekendShift(hall_window=made[no], day=day, opens=_FIRST, closes=_LAST)
        for no in windows
        if no in made
        for day in days
    )


def _screens(rows: list[Mapping[str, Any]], hall: Hall, windows: Mapping[str, HallWindow], now: datetime) -> None:
    for row in rows:
        Screen.objects.create(
            hall=hall, hall_window=windows.get(row.get("window", "")), kind=row["kind"], name=row["name"],
            code_digest=digest(row["code"]), made_at=now,
        )  # fmt: skip


def _queue(here: Place, now: datetime) -> None:
    """A morning: some were served, one was skipped, some wait."""
    start = now - _MORNING
    if start.astimezone(ZONE).date() != now.astimezone(ZONE).date():
        start = now - timedelta(minutes=2)  # just after midnight
    lines = [line for line in here.lines.values() if here.hours(line.id, now.astimezone(ZONE).date())]
    classes = [Priority.ORDINARY] * 4 + [Priority.ELDERLY]
    for number in range(30):
        at = start + (now - start) * number / 32
        wish = Draw(lines[number % len(lines)], f"demo-{number}", Source.KIOSK, classes[number % 5])
        drawn(here, wish, at)
        if number % 2:
            _serve(here, number, at)


def _serve(here: Place, number: int, at: datetime) -> None:
    served = [one for one in here.windows.values() if one.state == WindowState.OPEN]
    if not served:
        return
    window = served[number // 2 % len(served)]
    there = AtWindow(here, window, window.clerk_id, at)
    current = current_of(here.hall, window, there.day)
    if current is not None and current.state == "called":
        step(there, current, "skip" if number % 11 == 0 else "begin")
    if (row := call_next(there)) is not None and number < 25:
        step(there, row, "begin")
