"""When a hall and its windows are open (开放时间): working days, and the weekends of the roster (周末轮班)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from yichuang.rules.working_days import Calendar

_FARTHEST = 21  # days: no published break is longer


@dataclass(frozen=True, slots=True)
class Shift:
    """A window that is open on a day that is no working day (周末轮班)."""

    window: UUID
    day: date
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when somebody is served on a day; `shift`: by the weekend roster."""

    opens: time
    closes: time
    shift: bool = False

    def has(self, at: time) -> bool:
        """Say whether that time lies within."""
        return self.opens <= at < self.closes


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of a hall: its ordinary hours, its calendar, and its weekend shifts."""

    opens: time
    closes: time
    calendar: Calendar
    shifts: Sequence[Shift] = ()
    around_the_clock: bool = False

    def of_window(self, window: UUID, day: date) -> Hours | None:
        """Return when a window is open on a day, None when it isn't.

        On working days always; on others only by the roster. Clocks of cases don't ask here: a Saturday with a
        shift stays no working day.  Basis: S3-附件三(二)3
        """
        if self.around_the_clock:
            return Hours(time.min, time.max)
        if self.calendar.is_working(day):
            return Hours(self.opens, self.closes)
        found = next((one for one in self.shifts if one.window == window and one.day == day), None)
        return Hours(found.opens, found.closes, shift=True) if found else None

    def of_line(self, windows: Sequence[UUID], day: date) -> Hours | None:
        """Return when any of the windows of a line is open on a day.  Basis: S3-附件三(二)3"""
        found = [hours for window in windows if (hours := self.of_window(window, day))]
        if not found:
            return None
        return Hours(min(one.opens for one in found), max(one.closes for one in found), found[0].shift)

    def next_of_line(self, windows: Sequence[UUID], after: datetime) -> tuple[date, Hours] | None:
        """Return the next day, from `after` on, on which somebody serves the line.  Basis: S3-附件三(二)3"""
        for ahead in range(_FARTHEST):
            day = after.date() + timedelta(days=ahead)
            hours = self.of_line(windows, day)
            if hours and (ahead or after.time() < hours.closes):
                return day, hours
        return None


def missing_self_service(levels_with_duty: Sequence[str], halls: Mapping[str, tuple[str, bool]]) -> tuple[str, ...]:
    """Return the regions that should have a 24-hour self-service room by now and have none.

    `halls`: region → its level in words of the norm, and whether it has one.  Basis: S3-附件三(二)4
    """
    return tuple(sorted(region for region, (level, has) in halls.items() if level in levels_with_duty and not has))
