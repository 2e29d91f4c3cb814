"""Lights (红黄灯): a function of the clock and a day, never stored."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from .clock import Clock, Due
from .clockwork.counting import counted_upto, span_of, stops_of
from .clockwork.pauses import covers
from .working_days import Calendar


class Light(StrEnum):
    """How urgent a case is (灯)."""

    GREEN = "green"  # 正常
    YELLOW = "yellow"  # 临期
    RED = "red"  # 超时
    PAUSE = "pause"  # 暂停
    DONE = "done"  # 办结


def light(clock: Clock, today: date) -> Light:
    """Return the light of a case: by the promised date where there is one, else by the statutory date.

    Red begins after 24:00 of the due day, yellow on the day from which only the warning share is left; a day
    that lies in a pause, or in which the applicant still supplements, shows the pause.
    Basis: MFD-203.2, XKF-45.
    """
    if clock.closed or clock.decided_on is not None:
        return Light.DONE
    last = deadline(clock)
    if last is not None and today > last:
        return Light.RED
    if clock.correcting or covers(clock.pauses, today):
        return Light.PAUSE
    return Light.YELLOW if clock.warn_on is not None and today >= clock.warn_on else Light.GREEN


def remaining(clock: Clock, today: date, calendar: Calendar) -> int | None:
    """Return the days of the shown limit that are still left after `today`; negative when it is over (剩余).

    Units: days of the limit's own kind, working days as a rule. 0 on the due day, at least one over on any
    later day; while a pause is open, what was left when it began.
    Returns: None before acceptance and after the decision.
    Basis: XKF-82, MFD-201.
    """
    due = _shown(clock)
    if due is None or clock.started_on is None or clock.closed or clock.decided_on is not None:
        return None
    span = span_of(due.limit, clock.started_on, clock.extension_days)
    start, now = calendar.index(clock.started_on), calendar.index(max(today, clock.started_on))
    if due.on is None or today <= due.on:
        stops = stops_of(clock.pauses, clock.started_on, calendar)
        return max(span.number - counted_upto(start, now, span, stops, calendar), 0)
    over = calendar.between(due.on, today) if span.working else (today - due.on).days
    return -max(over, 1)


def deadline(clock: Clock) -> date | None:
    """Return the day the light goes by: promised, else statutory, else that of the answer (当前期限)."""
    due = _shown(clock)
    return clock.answer_by if due is None else due.on


def _shown(clock: Clock) -> Due | None:
    return clock.promised or clock.due
