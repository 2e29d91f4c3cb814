"""Periods of time (期间): the last day of a term in any unit, with the roll-over of the Civil Code (顺延)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

from .norms import Norms, Term, Unit
from .working_days import Calendar, DayKind

_OFFICE = timezone(timedelta(hours=8))  # 北京时间, the same all year and everywhere
HOURS_A_DAY = 24
MONTHS_A_YEAR = 12


def day_of(at: datetime) -> date:
    """Return the civil date of a moment (日期): a database gives it in UTC, where it may still be the day before.

    Units: date in the office's zone.  Basis: MFD-201
    """
    return at.astimezone(_OFFICE).date()


def end_of(start: date, term: Term, calendar: Calendar) -> date:
    """Return the last day of a term that begins with the event of `start` (期间届满日).

    The start day is not counted. Working days are counted in the calendar; days, months and years run
    through and, when they end on a statutory rest day (法定休假日), last until the day after it. Hours make
    whole days, rounded down.

    Units: any unit of time.  Raises: ValueError for a unit that is no time; OutsideCalendar.
    Basis: MFD-201, MFD-202, MFD-203.1, XKF-82.
    """
    if term.unit is Unit.WORKING_DAY:
        return calendar.add(start, term.number)
    last = last_day(start, term)
    return last if term.unit is Unit.HOUR else roll(last, calendar)


def last_day(start: date, term: Term) -> date:
    """Return the last day of a term in days, months or years before any roll-over.

    Basis: MFD-201, MFD-202.
    """
    if term.unit is Unit.CALENDAR_DAY:
        return start + timedelta(days=term.number)
    if term.unit is Unit.MONTH:
        return _months_later(start, term.number)
    if term.unit is Unit.YEAR:
        return _months_later(start, term.number * MONTHS_A_YEAR)
    if term.unit is Unit.HOUR:
        return start + timedelta(days=term.number // HOURS_A_DAY)
    raise ValueError(f"{term.unit} is no running period of time")


def roll(last: date, calendar: Calendar) -> date:
    """Return the day itself, or the day after the rest days it falls on (顺延).

    Weekends are statutory rest days too: FYF-88.2 sets 法定休假日 against 工作日. In a year whose holiday
    notice is still to come, only the holidays of fixed date are known to be rest days: a weekend there may
    yet become a make-up workday, so a term is not lengthened on a guess. The earlier date is stated and
    marked provisional: six months from 2026-08-31 end on Sunday 2027-02-28 until the 2027 notice is known.
    Basis: MFD-203.1, FYF-88, MSF-85.3.
    """
    return calendar.days[roll_index(calendar.index(last), calendar)].on


def roll_index(position: int, calendar: Calendar) -> int:
    """Return what `roll` returns, by position in the calendar's tables.  Basis: MFD-203.1."""
    day = calendar.days[position]
    if day.counts or (day.kind is DayKind.WEEKEND and calendar.provisional(day.on)):
        return position
    return calendar.nth_index(calendar.upto[position] + 1)


def latest_before(event: date, term: Term, calendar: Calendar) -> date:
    """Return the latest day that still lies a whole term before `event` (最迟日), e.g. for a hearing notice.

    The day of the event is not counted; a term counted backwards is never rolled to a later day.

    Units: working days or calendar days.  Raises: ValueError, OutsideCalendar.
    Basis: XKF-48.1(1), XKF-50.1, XKF-82.
    """
    if term.unit is Unit.WORKING_DAY:
        return calendar.back(event, term.number)
    if term.unit is Unit.CALENDAR_DAY:
        return event - timedelta(days=term.number)
    raise ValueError(f"{term.unit} cannot be counted backwards")


def farthest(today: date) -> date:
    """Return the last day for which a meeting or a hearing may be fixed: the end of next year (最远日期).

    A holiday notice comes for the next year at most; what lies beyond it is a slip of the pen.
    Basis: FJB-2
    """
    return date(today.year + 1, MONTHS_A_YEAR, 31)


def step_start(accepted_on: date, picked_up_on: date, tolerance: Term, calendar: Calendar) -> date:
    """Return the day from which a co-department's step counts (协办部门起算日).

    Material picked up within the tolerance counts from the pick-up; later pick-up counts from the acceptance.
    Basis: S0h-二(一)1.
    """
    return picked_up_on if picked_up_on <= end_of(accepted_on, tolerance, calendar) else accepted_on


def apply_by(expires_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the latest day to apply for renewal (延续申请最迟日).

    Units: those of the norm; calendar days by default, because the term binds the applicant.
    Basis: XKF-50.1.
    """
    return latest_before(expires_on, norms.term("renewal_apply_before"), calendar)


def deemed_renewed(*, expires_on: date, applied_on: date, decided_on: date | None, today: date, norms: Norms) -> bool:
    """Return whether silence renewed the permit (视为准予延续): applied for, not decided before it ran out.

    Basis: XKF-50.2.
    """
    silent = norms.get("renewal_silence_effect")
    if silent is None or silent.value != "deemed_renewed" or applied_on > expires_on:
        return False
    return today > expires_on and (decided_on is None or decided_on > expires_on)


def _months_later(start: date, months: int) -> date:
    year, month0 = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month0 + 1, min(start.day, monthrange(year, month0 + 1)[1]))
