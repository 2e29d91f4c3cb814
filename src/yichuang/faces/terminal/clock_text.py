"""The answer of `./yc clock` as lines for people: dates first, then each day with its reason (计时结果)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import east_asian_width

from yichuang.faces.common.labels import term_words
from yichuang.faces.terminal.clock_answer import Answer, answer_days, cite
from yichuang.law.book import book
from yichuang.rules.clock import Clock, Due
from yichuang.rules.explain import ExplainedDay
from yichuang.rules.lights import Light, light, remaining

_WEEKDAYS = "一二三四五六日"
_LIGHTS = {
    Light.GREEN: "● 正常",
    Light.YELLOW: "▲ 临期",
    Light.RED: "■ 超时",
    Light.PAUSE: "‖ 暂停",
    Light.DONE: "✓ 办结",
}
_PROVISIONAL = "暂定：所在年份的放假安排尚未公布，暂按周末和固定日期的节日计算，公布后重算。"


def as_lines(found: Answer) -> Iterator[str]:
    """Yield the lines that a person reads."""
    clock, today = found.clock, found.question.today
    yield _rule(found)
    yield from _reception(clock)
    yield from _due_lines("法定到期日", clock.due)
    yield from _due_lines("承诺到期日", clock.promised)
    left = _left(remaining(clock, today, found.calendar))
    yield f"灯：{_LIGHTS[light(clock, today)]}{left}（{_full(today)}）"
    if clock.provisional:
        yield _PROVISIONAL
    days = found.days or answer_days(found)
    if days:
        yield ""
        yield from _table(days)


def _rule(found: Answer) -> str:
    limit, profile = found.terms.decision, found.question.profile
    words = term_words(limit.number, limit.unit)
    return f"适用：{book().profiles()[profile].name}（{profile}），{words}，{cite(limit.basis)}"


def _reception(clock: Clock) -> Iterator[str]:
    if clock.received_on is not None:
        yield f"收件：{_full(clock.received_on)}"
    if clock.correcting:
        yield "受理：已一次告知补正，等待申请人补齐"
    elif clock.accepted_on is not None:
        why = f"（{clock.answer_by} 前没有答复，依法视为受理，{cite('XKF-32.1(4)')}）"
        yield f"受理：{_full(clock.accepted_on)}{why if clock.deemed else ''}"
    elif clock.answer_by is not None:
        yield f"受理：尚未答复，最迟 {_full(clock.answer_by)}答复（{cite('XKF-32.1(4)')}）"
    if clock.started_on is not None:
        yield f"起算：{_full(clock.started_on)}当日不计入，自次日计算"


def _due_lines(name: str, due: Due | None) -> Iterator[str]:
    if due is None:
        return
    if due.on is None:
        yield f"{name}：中止中，恢复计时后确定"
    else:
        yield f"{name}：{_full(due.on)}{'（暂定）' if due.provisional else ''}"


def _left(left: int | None) -> str:
    if left is None:
        return ""
    if left == 0:
        return "，今天到期"
    return f"，剩 {left} 日" if left > 0 else f"，超 {-left} 日"


def _table(days: Sequence[ExplainedDay]) -> Iterator[str]:
    rows = [("日期", "计数", "为什么", "依据")]
    rows += [(_full(day.on), "计入" if day.counts else "不计", day.why, cite(day.basis)) for day in days]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _full(on: date) -> str:
    return f"{on.isoformat()} 周{_WEEKDAYS[on.weekday()]}"


def _width(words: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in words)
