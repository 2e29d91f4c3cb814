"""Days of attendance in words (考勤), and the month that is looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.records.staffing.attendance import DayOf
from yichuang.rules.staff.presence import Mark
from yichuang.rules.staff.scoring import span_of

WORDS = {
    Mark.OFF: "休息", Mark.PRESENT: "出勤", Mark.LATE: "迟到", Mark.EARLY: "早退", Mark.LATE_EARLY: "迟到、早退",
    Mark.OPEN: "今天", Mark.NO_OUT: "没有签退", Mark.LEAVE: "请假",
    Mark.UNAPPROVED: "请假未经批准", Mark.ABSENT: "缺勤",
}  # fmt: skip
_LIGHTS = {
    Mark.LATE: "warn", Mark.EARLY: "warn", Mark.LATE_EARLY: "warn", Mark.NO_OUT: "warn", Mark.UNAPPROVED: "bad",
    Mark.ABSENT: "bad",
}  # fmt: skip
_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{6}([0-9a-f]{6})")
_COUNTED = ("present", "late", "early", "leave", "absent")


def month_of(request: HttpRequest) -> tuple[date, date]:
    """Return the month asked for, else this one."""
    told = request.GET.get("month", "")
    try:
        return span_of("month", date.fromisoformat(f"{told[:7]}-01"))
    except ValueError:
        return span_of("month", request.today)


def rows_of(days: Iterable[DayOf]) -> list[dict[str, Any]]:
    """Return days as a list shows them, the newest first."""
    return [_row(day) for day in sorted(days, key=lambda day: day.on, reverse=True)]


def _row(day: DayOf) -> dict[str, Any]:
    return {"day": day, "words": WORDS[day.mark], "light": _LIGHTS.get(day.mark, "")}


def sums_of(days: Iterable[DayOf]) -> dict[UUID, dict[str, int]]:
    """Return how many days of each kind everybody had."""
    found: dict[UUID, Counter[str]] = {}
    for day in days:
        own = found.setdefault(day.user_id, Counter())
        for word in _words(day.mark):
            own[word] += 1
    return {user: {word: counted[word] for word in _COUNTED} for user, counted in found.items()}


def _words(mark: Mark) -> tuple[str, ...]:
    if mark is Mark.LATE_EARLY:
        return ("late", "early")
    if mark is Mark.UNAPPROVED:
        return ("absent",)
    return ("present",) if mark in (Mark.OPEN, Mark.NO_OUT) else (mark.value,)


def told_in_words(line: dict[str, Any]) -> dict[str, Any]:
    """Return a line of a sheet as it is read: of an id only its end, by which two of a kind are told apart."""
    told = [(words, "" if ref in words else _ID.sub(r"尾号 \1", ref)) for words, ref in line["told"]]
    return line | {"told": told}
