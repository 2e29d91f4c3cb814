"""The day strip (日格): one cell for each working day of the legal clock, made from the explained days.

Cell classes: d used, t today, r today on a rest day, l left, p paused, o overdue, e extension, h a gap of
rest days, w make-up workday (班), none = a legal day that was not promised or not needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from yichuang.faces.common.strips.words import caption, sentence
from yichuang.rules.clock import Clock
from yichuang.rules.explain import ExplainedDay, first_counted
from yichuang.rules.lights import deadline, remaining
from yichuang.rules.working_days import Calendar

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its classes and, for a day, its date."""

    css: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Cells that share a caption."""

    cells: tuple[Cell, ...]
    caption: str
    now: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """What the templates draw. `label` says all of it in words, `parts` are for the captioned form."""

    cells: tuple[Cell, ...]
    label: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A day with its phase: used, pause, left, spare, over."""

    on: date | None
    phase: str
    css: str
    counts: bool = False


def strip(
    explained_days: Sequence[ExplainedDay],
    clock: Clock,
    today: date,
    *,
    calendar: Calendar | None = None,
    statutory_days: int | None = None,
) -> Strip:
    """Return the strip of one case on one day.

    `calendar` is needed for the days beyond the due day (overdue) and for the number of days left;
    `statutory_days` adds the legal days that were not promised.
    """
    marks = [_mark(day, clock, today, calendar) for day in explained_days]
    begins = first_counted(explained_days)
    marks = _extended(marks, clock.extension_days)
    left = None
    if calendar is not None:
        marks += _overdue(clock, today, calendar)
        left = days_left(clock, today, calendar)
    counted = sum(1 for mark in marks if mark.counts)
    spare = (Cell(""),) * max(0, (statutory_days or 0) - counted)
    parts = tuple(_parts(marks, clock, today, begins))
    label = sentence(clock, today, [(mark.phase, mark.counts) for mark in marks], left)
    return Strip(tuple(cell for part in parts for cell in part.cells) + spare, label, parts)


def promise_strip(promised: int, statutory: int) -> Strip:
    """Return the strip of a guide page: promised days filled, the legal days that were not promised empty."""
    cells = (Cell("d"),) * promised + (Cell(""),) * max(0, statutory - promised)
    saved = f"，压缩 {saved_share(promised, statutory)}%" if 0 < promised < statutory else ""
    legal = f"，法定 {statutory} 个工作日" if statutory else ""
    promise = f"承诺 {promised} 个工作日" if promised else "当场办结"
    return Strip(cells, promise + legal + saved)


def saved_share(promised: int, statutory: int) -> int:
    """Return by how many per cent the promise is shorter than the law (压缩比例), rounded down."""
    return (statutory - promised) * 100 // statutory if statutory else 0


def _mark(day: ExplainedDay, clock: Clock, today: date, calendar: Calendar | None) -> _Mark:
    ended = clock.decided_on or (today if clock.closed else None)
    paused = any(p.first <= day.on and (p.last is None or day.on <= p.last) for p in clock.pauses)
    phase = "pause" if paused else "left" if day.on > (ended or today) else "used"
    workday = day.on.weekday() < _SATURDAY if calendar is None else calendar.is_working(day.on)
    if not day.counts and not (paused and workday):
        return _Mark(day.on, phase, "h r" if day.on == today and not ended else "h")
    css = {"pause": "p", "left": "" if ended else "l", "used": "d"}[phase]
    if day.on == today and not ended:
        css = "p t" if paused else "t"
    if day.counts and day.on.weekday() >= _SATURDAY:
        css += " w"
    return _Mark(day.on, "spare" if ended and phase == "left" else phase, css, day.counts)


def _extended(marks: list[_Mark], days: int) -> list[_Mark]:
    """Mark the last counted days as the extension (延期)."""
    if not days:
        return marks
    last = [mark.on for mark in marks if mark.counts][-days:]
    return [_Mark(m.on, m.phase, f"{m.css} e".strip(), m.counts) if m.counts and m.on in last else m for m in marks]


def days_left(clock: Clock, today: date, calendar: Calendar) -> int | None:
    """Return the days left; before acceptance those until the office must answer."""
    if clock.started_on is not None or clock.answer_by is None or clock.closed:
        return remaining(clock, today, calendar)
    if today <= clock.answer_by:
        return calendar.between(today, clock.answer_by)
    return -max(calendar.between(clock.answer_by, today), 1)


def _overdue(clock: Clock, today: date, calendar: Calendar) -> list[_Mark]:
    """Return the working days after the due day until the decision or today (超时)."""
    due, until = deadline(clock), clock.decided_on or today
    if due is None or until <= due or (clock.closed and clock.decided_on is None):
        return []
    first, last = calendar.index(due) + 1, calendar.index(until)
    days = calendar.days[first : last + 1]
    return [_Mark(day.on, "over", _over_css(day.counts, day.on == today and not clock.decided_on)) for day in days]


def _over_css(counts: bool, now: bool) -> str:
    if counts:
        return "o t" if now else "o"
    return "h r" if now else "h"


def _parts(marks: Sequence[_Mark], clock: Clock, today: date, begins: date | None) -> Iterator[Part]:
    """Group the marks by phase; runs of rest days become one gap."""
    for phase, group in groupby(marks, key=lambda mark: mark.phase):
        run = list(group)
        days = [mark.on for mark in run if mark.on]
        cells = tuple(Cell(mark.css, mark.on) for mark in _one_gap(run))
        now = any(mark.on == today for mark in run) and not clock.decided_on
        words = caption(phase, days, clock, today, begins=begins)
        yield Part(cells, words, now)


def _one_gap(run: Sequence[_Mark]) -> Iterator[_Mark]:
    """Keep one rest day of each run, today's if it is among them."""
    for is_rest, days in groupby(run, key=lambda mark: mark.css in {"h", "h r"}):
        group = list(days)
        yield from [next((m for m in group if m.css == "h r"), group[0])] if is_rest else group
