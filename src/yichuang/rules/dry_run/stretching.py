"""One limited piece of work under another limit (试算一个环节): its last day would have been another one."""

from __future__ import annotations

from datetime import date

from ..norms import Term, Unit
from ..periods import end_of
from ..working_days import Calendar


def moved_due(start: date, due: date, was: Term, then: Term, calendar: Calendar) -> date:
    """Return the last day that a piece of work would have had under another limit (新的到期日).

    In working days the stored last day is moved by the difference, so that what did not count before it still
    does not; in other units it is counted anew from the start. Where something shorter than the norm bound
    before (an item's own limit, a payment), the norm only binds when it becomes the shorter one.

    Raises: OutsideCalendar.  Basis: MFD-201, MFD-202, XKF-82.
    """
    if due < end_of(start, was, calendar):
        return min(due, end_of(start, then, calendar))
    if was.unit is not Unit.WORKING_DAY or then.unit is not Unit.WORKING_DAY:
        return end_of(start, then, calendar)
    worked = calendar.upto[calendar.index(due)] + then.number - was.number
    return max(calendar.days[calendar.nth_index(worked)].on, start) if worked > 0 else start
