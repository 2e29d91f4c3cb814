"""The words beside the day strip (日格的文字): a label for who hears it, captions for who sees it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yichuang.faces.common.dates import bare_day, short_day, weekday
from yichuang.rules.clock import Clock
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.lights import deadline
from yichuang.rules.norms import Unit

_DAYS = {
    Unit.WORKING_DAY: "个工作日",
    Unit.CALENDAR_DAY: "日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.HOUR: "小时",
}


def sentence(clock: Clock, today: date, phases: Sequence[tuple[str, bool]], left: int | None) -> str:
    """Return the whole strip in words: 承诺 8 个工作日：已用 5 日，暂停 4 日，剩 3 日，11-25 周三前答复."""
    if clock.closed and clock.decided_on is None:
        return "已办结，不再计时"
    used = sum(1 for phase, counts in phases if counts and phase == "used")
    words = [f"已用 {used} 日"]
    if clock.extension_days:
        words.append(f"含延期 {clock.extension_days} 日")
    if clock.paused:
        words.append(f"{name_of(clock.pause_kind)}，暂停计时")
    words += _ending(clock, today, left)
    return f"{_limit(clock)}：{'，'.join(words)}"


def _limit(clock: Clock) -> str:
    due, name = (clock.promised, "承诺") if clock.promised else (clock.due, "法定")
    if due is None:
        return "答复是否受理的期限"
    return f"{name} {due.limit.number} {_DAYS[due.limit.unit]}"


def _ending(clock: Clock, today: date, left: int | None) -> list[str]:
    if clock.decided_on:
        return [f"{short_day(clock.decided_on, today)}作出决定"]
    due = deadline(clock)
    if due is None:
        return [] if clock.paused else ["等待补正"]
    words = [] if left is None else [f"超 {-left} 日" if left < 0 else f"剩 {left} 日"]
    limits = [limit for limit in (clock.promised, clock.due) if limit and limit.on == due]
    provisional = "（暂定）" if (limits[0].provisional if limits else clock.provisional) else ""
    return [*words, f"{short_day(due, today)}前{'答复' if today <= due else '应答复'}{provisional}"]


def caption(phase: str, days: Sequence[date], clock: Clock, today: date, *, begins: date | None) -> str:
    """Return what stands under one part of the strip; the part in which the count begins says so."""
    if not days:
        return ""
    if phase == "pause":
        return _pause_caption(days, clock, today)
    if phase == "over":
        return "已超期"
    if phase == "left":
        due = deadline(clock)
        return f"{short_day(due, today)}前答复" if due in days else ""
    words = [f"{bare_day(begins, today)} 起算"] if begins in days else []
    if today in days and not clock.decided_on:
        words.append(f"今天{weekday(today)}")
    if clock.decided_on in days:
        words.append(f"{bare_day(days[-1], today)} 决定")
    return "，".join(words)


def _pause_caption(days: Sequence[date], clock: Clock, today: date) -> str:
    pause = next(p for p in clock.pauses if p.first <= days[0] and (p.last is None or days[0] <= p.last))
    if pause.last is None:
        return f"{bare_day(pause.first, today)} 起{name_of(pause.kind)}，不计时"
    return f"{bare_day(pause.first, today)} 至 {bare_day(pause.last, today)} {name_of(pause.kind)}，不计时"
