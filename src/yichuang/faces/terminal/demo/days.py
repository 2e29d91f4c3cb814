"""Days of the demonstration: counted back from today in working days, so that every light exists on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from yichuang.rules.working_days import Calendar

ZONE = ZoneInfo("Asia/Shanghai")
_OPENS, _STEP = time(9, 5), timedelta(minutes=11)


@dataclass
class Days:
    """The calendar as seen from now; hands out plausible times of day, never in the future."""

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
        """Return a time on that day, later for later steps and other cases; not after now."""
        self.served += 1
        moment = (
            datetime.combine(self.back(elapsed), _OPENS, tzinfo=ZONE)
            + _STEP * (self.served % 23)
            + step * timedelta(minutes=9)
        )
        return min(moment, self.now - timedelta(minutes=max(1, 60 - step)))
