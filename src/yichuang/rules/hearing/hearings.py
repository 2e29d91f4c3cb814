"""听证: who may ask until when, by when it is held, how early the notice goes out, who chairs."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from yichuang.rules.norms import Norms, Unit
from yichuang.rules.periods import end_of, farthest, latest_before
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar, OutsideCalendar

_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
_ANSWERABLE = re.compile(r"(\+?86)?1[3-9]\d{9}|0\d{2,3}-?\d{7,8}")


def may_reach(phone: str) -> Verdict:
    """Say whether a telephone that a party left can be called at all; none is no fault (电话).

    Basis: XKF-36
    """
    return ALLOWED if not phone or _ANSWERABLE.fullmatch(phone) else refuse("party_phone", "XKF-36")


def at_hour(clock: str) -> Verdict:
    """Say whether these words are a time of day that a notice can tell (9:30, 14:00).  Basis: XKF-48.1(1)"""
    return ALLOWED if _CLOCK.fullmatch(clock.strip()) else refuse("hearing_hour", "XKF-48.1(1)")


def request_by(told_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to ask for a hearing after the right to it was told (申请听证最迟日).

    Basis: XKF-47.1
    """
    return end_of(told_on, norms.term("hearing_request_limit"), calendar)


def hold_by(requested_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to hold a hearing that was asked for (组织听证最迟日).

    Basis: XKF-47.1
    """
    return end_of(requested_on, norms.term("hearing_limit"), calendar)


def notice_by(held_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the latest day to tell time and place of a hearing (听证通知最迟日).

    Basis: XKF-48.1(1)
    """
    return latest_before(held_on, norms.term("hearing_notice_limit"), calendar)


def first_day(today: date, norms: Norms, calendar: Calendar) -> date:
    """Return the first day on which a hearing told of today may be held (听证最早日).

    Raises: OutsideCalendar.  Basis: XKF-48.1(1), XKF-82
    """
    term = norms.term("hearing_notice_limit")
    if term.unit is Unit.WORKING_DAY:
        return calendar.add(today, term.number)
    day = today + timedelta(days=term.number)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day


def may_request(
    told: Collection[date | None], today: date, norms: Norms, *, waiting: bool, waived: bool = False
) -> Verdict:
    """Say whether a hearing may be asked for: `told` are the last days to ask, by notice given.

    Returns: ALLOWED, `hearing_not_told`, `hearing_request_late`, `hearing_waived` (given up in writing) or
    `hearing_open` (one is asked for already).
    Basis: XKF-47.1
    """
    basis = norms.basis("hearing_request_limit")
    if waiting:
        return refuse("hearing_open", basis)
    if waived:
        return refuse("hearing_waived", basis)
    days = [day for day in told if day is not None]
    if not days:
        return refuse("hearing_not_told", basis)
    if today > max(days):
        return refuse("hearing_request_late", basis, until=max(days))
    return ALLOWED


def may_call(held_on: date, today: date, norms: Norms, calendar: Calendar, *, latest: date | None = None) -> Verdict:
    """Say whether notice given today of a hearing on that day is early enough, and the day not too late.

    `latest` is the last day for a hearing that somebody asked for. Where the office let it pass, so that no notice
    can be early enough, the right to be heard doesn't lapse with it: the hearing is held, late.
    Returns: ALLOWED, `hearing_notice_late`, `hearing_day_off`, `hearing_far` or `hearing_too_late`.
    Basis: XKF-48.1(1), XKF-47.1
    """
    term, first = norms.term("hearing_notice_limit"), first_day(today, norms, calendar)
    if latest is not None and held_on > latest and first <= latest:
        return refuse("hearing_too_late", norms.basis("hearing_limit"), latest=latest)
    if held_on > farthest(today):
        return refuse("hearing_far", "XKF-48.1(1)", on=held_on, until=farthest(today))
    if not _open(held_on, calendar):
        return refuse("hearing_day_off", "XKF-82", on=held_on)
    until = notice_by(held_on, norms, calendar)
    if today > until:
        return refuse("hearing_notice_late", term.basis, days=term.number, until=until, on=held_on, first=first)
    return ALLOWED


def may_chair(chair: UUID | None, reviewers: Collection[UUID | None], norms: Norms) -> Verdict:
    """Say whether somebody may chair the hearing: nobody who reviewed the application (主持人回避).

    Returns: ALLOWED, `chair_missing` or `chair_is_reviewer`.
    Basis: XKF-48.1(3)
    """
    basis = norms.basis("hearing_chair_not_reviewer")
    if chair is None:
        return refuse("chair_missing", basis)
    if norms.flag("hearing_chair_not_reviewer") and chair in reviewers:
        return refuse("chair_is_reviewer", basis)
    return ALLOWED


def may_hold(day: date | None, today: date, *, record: str, signed: bool) -> Verdict:
    """Say whether a hearing may be put on record as held: on its day or later, with a record that is signed.

    Basis: XKF-48.1(5), XKF-48.1(1)
    """
    if day is None:
        return refuse("hearing_not_called", "XKF-48.1(1)")
    if today < day:
        return refuse("hearing_not_yet", "XKF-48.1(1)", on=day)
    if not record.strip() or not signed:
        return refuse("hearing_record_missing", "XKF-48.1(5)")
    return ALLOWED


def _open(day: date, calendar: Calendar) -> bool:
    """Say whether offices are open on a day; one beyond the calendar is none to meet on."""
    try:
        return calendar.is_working(day)
    except OutsideCalendar:
        return False
