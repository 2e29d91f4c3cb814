"""延续: until when to apply, both readings of the law, and when silence has renewed a permit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from yichuang.rules.norms import Norms, Term, Unit
from yichuang.rules.periods import last_day, latest_before
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar, OutsideCalendar


@dataclass(frozen=True, slots=True)
class RenewalDays:
    """The last day to apply, and the earlier one if the term meant working days (有争议的读法)."""

    apply_by: date
    working_day_reading: date
    basis: str

    @property
    def disputed(self) -> bool:
        """Say whether the two readings differ."""
        return self.apply_by != self.working_day_reading


def renewal_days(expires_on: date, norms: Norms, calendar: Calendar) -> RenewalDays:
    """Return until when to apply for renewal (延续申请最迟日): by the norm's unit, and in working days beside it.

    A permit may outlive every calendar (land is granted for seventy years): then the norm's own reading is all.
    Basis: XKF-50.1, XKF-82
    """
    term = norms.term("renewal_apply_before")
    apply_by = latest_before(expires_on, term, calendar)
    try:
        working = latest_before(expires_on, Term(term.number, Unit.WORKING_DAY, term.basis), calendar)
    except OutsideCalendar:
        working = apply_by
    return RenewalDays(apply_by, working, term.basis)


def may_renew(expires_on: date | None, status: str, today: date, *, open_case: str = "") -> Verdict:
    """Say whether renewal may be asked for: a valid permit with an end, not yet over, not asked for already.

    A late application is taken (the office decides on it), but only while the permit lasts.
    Returns: ALLOWED, `renewal_not_valid`, `renewal_endless`, `renewal_over` or `renewal_open`.
    Basis: XKF-50.1, XKF-70(1)
    """
    if status != "valid":
        return refuse("renewal_not_valid", "XKF-50.1")
    if expires_on is None:
        return refuse("renewal_endless", "XKF-50.1")
    if today > expires_on:
        return refuse("renewal_over", "XKF-70(1)", on=expires_on)
    if open_case:
        return refuse("renewal_open", "XKF-50.1", no=open_case)
    return ALLOWED


def renewed_until(expires_on: date, years: int | None) -> date:
    """Return the end of the renewed permit: as many years as the item gives, from the old end on; one where none.

    Basis: XKF-50.2
    """
    return last_day(expires_on, Term(years or 1, Unit.YEAR, "XKF-50.2"))


def next_day(expires_on: date) -> date:
    """Return the first day on which silence has renewed the permit.  Basis: XKF-50.2"""
    return expires_on + timedelta(days=1)


def is_over(valid_to: date | None, today: date) -> bool:
    """Return whether the last day of a permit has passed (有效期届满).  Basis: XKF-70(1)"""
    return valid_to is not None and today > valid_to


def reminder(valid_to: date, today: date, norms: Norms) -> int | None:
    """Return the reminder that is due (到期提醒): the smallest number of days that the end is within, None before.

    Units: calendar days.  Basis: XKF-50.1
    """
    left = (valid_to - today).days
    due = [int(days) for days in norms.choices("renewal_reminders") if 0 <= left <= int(days)]
    return min(due, default=None)
