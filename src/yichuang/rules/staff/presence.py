"""What a day of somebody at the window was (考勤判定): on time, late, early, on leave, absent, or no working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Mark(StrEnum):
    """考勤结果."""

    OFF = "off"  # 休息日，也没有排班
    PRESENT = "present"
    LATE = "late"
    EARLY = "early"
    LATE_EARLY = "late_early"
    OPEN = "open"  # 还没有到下班时间
    NO_OUT = "no_out"  # 没有签退
    LEAVE = "leave"
    UNAPPROVED = "unapproved"  # 自行登记，没有经过批准
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Duty:
    """What was expected of the day: whether he is to work, and from when to when."""

    on: date
    expected: bool
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the day: when he came and left, and whether a leave covers it and was agreed to."""

    came: time | None = None
    left: time | None = None
    away: bool = False
    agreed: bool = True


def mark(duty: Duty, seen: Seen, today: date) -> Mark:
    """Return what the day was. A leave that was agreed to is leave and never absence (请假不算缺勤).

    On a rest day only who stands in the weekend roster is expected. Today is open until its end.
    Basis: S2-一, S1-四3
    """
    if not duty.expected:
        return Mark.OFF
    if seen.away and seen.came is None:
        return Mark.LEAVE if seen.agreed else Mark.UNAPPROVED
    if duty.on > today or (duty.on == today and seen.came is None):
        return Mark.OPEN
    if seen.came is None:
        return Mark.ABSENT
    late = seen.came > duty.opens
    if seen.left is None:
        open_or_out = Mark.OPEN if duty.on == today else Mark.NO_OUT
        return Mark.LATE if late else open_or_out
    early = seen.left < duty.closes
    if late and early:
        return Mark.LATE_EARLY
    return Mark.LATE if late else Mark.EARLY if early else Mark.PRESENT
