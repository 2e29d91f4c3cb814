"""Appointments (预约): how far ahead, until when to cancel, when to come, and what follows from not coming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yichuang.rules.norms import Norms
from yichuang.rules.periods import day_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


@dataclass(frozen=True, slots=True)
class Asked:
    """The slot that somebody wants, and how it stands: is the line served then, how many places are taken."""

    starts_at: datetime
    ends_at: datetime
    served: bool
    places: int
    taken: int


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of whoever asks: the days of missed appointments, how many stand open, and when they begin."""

    missed: Sequence[date] = ()
    open: int = 0
    starts: Sequence[datetime] = ()


def capacity(places: int, windows: int, on_duty: int) -> int:
    """Return how many may come in a slot while only some windows of the line are on duty (周末轮班的名额).

    In proportion, rounded down; one at least while anybody is on duty.  Basis: S3-附件三(二)3
    """
    if not on_duty:
        return 0
    return max(1, places * min(on_duty, windows) // windows)


def suspended_until(missed: Sequence[date], today: date, norms: Norms) -> date | None:
    """Return the last day on which somebody who missed too many appointments may not book, None when he may.

    Counted are those missed in the length of one suspension before the last missed one.  Basis: YC, S3-附件三(二)1
    """
    limit = norms.number("appointment_no_show_limit")
    pause = timedelta(days=norms.number("appointment_suspension"))
    for last in sorted(missed, reverse=True):
        if sum(1 for day in missed if last - pause < day <= last) >= limit:
            until = last + pause
            return until if today <= until else None
    return None


def may_book(asked: Asked, past: Past, now: datetime, norms: Norms) -> Verdict:
    """Say whether a slot may be booked.  Basis: YC, S3-附件三(二)1, S3-附件三(二)3"""
    today, basis = now.date(), norms.norm("appointment_days_ahead").basis
    until = suspended_until(past.missed, today, norms)
    farthest = today + timedelta(days=norms.number("appointment_days_ahead"))
    most = norms.number("appointment_open_limit")
    if until is not None:
        return refuse("appointment_suspended", basis, until=until, missed=norms.number("appointment_no_show_limit"))
    if asked.starts_at <= now:
        return refuse("appointment_past", basis)
    if day_of(asked.starts_at) > farthest:
        return refuse("appointment_far", basis, farthest=farthest)
    if not asked.served:
        return refuse("appointment_closed", "S3-附件三(二)3", day=day_of(asked.starts_at))
    if asked.starts_at in past.starts:
        return refuse("appointment_twice", basis)
    if past.open >= most:
        return refuse("appointment_many", basis, most=most)
    return ALLOWED if asked.taken < asked.places else refuse("appointment_full", basis)


def may_cancel(starts_at: datetime, state: str, now: datetime, norms: Norms) -> Verdict:
    """Say whether an appointment may still be cancelled.  Basis: YC"""
    if state != "booked":
        return refuse("appointment_done", "YC")
    hours = norms.number("appointment_cancel_until")
    if now > starts_at - timedelta(hours=hours):
        return refuse("appointment_cancel_late", norms.norm("appointment_cancel_until").basis, hours=hours)
    return ALLOWED


def may_check_in(asked: Asked, state: str, now: datetime, norms: Norms) -> Verdict:
    """Say whether somebody may check in: not too early, not after the late rule.  Basis: YC"""
    early, late = norms.number("appointment_early_minutes"), norms.number("appointment_late_minutes")
    basis = norms.norm("appointment_late_minutes").basis
    if state != "booked":
        return refuse("appointment_done", basis)
    if now < asked.starts_at - timedelta(minutes=early):
        return refuse("appointment_early", basis, minutes=early)
    if is_missed(asked.ends_at, state, now, norms):
        return refuse("appointment_late", basis, minutes=late)
    return ALLOWED


def is_missed(ends_at: datetime, state: str, now: datetime, norms: Norms) -> bool:
    """Say whether an appointment was missed (爽约): nobody came by the end of the slot and the time allowed after it.

    Basis: YC
    """
    return state == "booked" and now > ends_at + timedelta(minutes=norms.number("appointment_late_minutes"))
