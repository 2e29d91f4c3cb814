"""Days of the demonstration: counted back from today in working days, so that every light exists on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from yichuang.rules.working_days import Calendar

ZONE = ZoneInfo("Asia/Shanghai")
_OPENS, _APART, _STEP = time(9, 5), timedelta(minutes=11), timedelta(minutes=9)


@dataclass(frozen=True)
class Days:
    """The calendar as seen from now; hands out plausible times of day to the case `served`, never in the future."""

    now: datetime
    calendar: Calendar
    served: int = 0

    @property
    def today(self) -> date:
        """Return the civil date."""
        return self.now.astimezone(ZONE).date()

    def back(self, elapsed: int) -> date:
        """Return the latest working day after which `elapsed` working days have passed up to today."""
        day = self.today
        while not (self.calendar.is_working(day) and self.calendar.between(day, self.today) == elapsed):
            day -= timedelta(days=1)
        return day

    def at(self, elapsed: int, step: int = 0) -> datetime:
        """Return a time on that day: other cases at another time, later steps later; not after now."""
        opens = datetime.combine(self.back(elapsed), _OPENS, tzinfo=ZONE)
        moment = opens + _APART * (self.served % 23) + _STEP * step
        return min(moment, self.now - timedelta(minutes=max(1, 60 - step)))
