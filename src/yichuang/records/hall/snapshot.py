"""What the screens of a hall show (大屏快照): numbers and windows only, nobody's name but the clerk's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from yichuang.records.hall.models import HallWindow, NumberState, QueueNumber, ServiceLine, WindowState
from yichuang.records.hall.place import ZONE, Place
from yichuang.records.hall.queries import Queue, queues
from yichuang.rules.hall.hours import Hours
from yichuang.rules.hall.voice import call_words, is_loud

_CALLS, _NEXT = 9, 6
_ON_SCREEN = (NumberState.CALLED, NumberState.SERVING, NumberState.FINISHED)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `mark` differs each time it is repeated, so that it is spoken again."""

    mark: str
    no: str
    window: str
    line: str
    words: str
    at: datetime
    open: bool  # nobody has come yet


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line: how many wait, how long for whoever comes now, and when it opens next if it is closed."""

    line: ServiceLine
    queue: Queue
    hours: Hours | None
    next: tuple[date, Hours] | None

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self.queue.order)


@dataclass(frozen=True, slots=True)
class WindowNow:
    """A window: its state, who sits there, and the number that it serves."""

    no: str
    name: str
    state: str
    clerk: str
    number: str
    serving: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that any screen of the hall shows at a moment."""

    at: datetime
    calls: Sequence[Call]
    next: Sequence[str]
    lines: Sequence[LineNow]
    windows: Mapping[str, WindowNow]
    loud: bool


def snapshot(place: Place, at: datetime) -> Snapshot:
    """Return what a hall's screens show. Four queries."""
    local = at.astimezone(ZONE)
    day, hall = local.date(), place.hall
    rows = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, day=day, state__in=list(_ON_SCREEN))
    called = list(rows.exclude(called_at=None).order_by("-called_at")[: 4 * _CALLS])
    found = queues(place, day)
    lines = [_line(place, line, found[line.id], local) for line in place.lines.values()]
    return Snapshot(
        at=local,
        calls=[_call(place, row) for row in called if row.window_id][:_CALLS],
        next=_next_up(lines),
        lines=lines,
        windows={one.window.no: _window(one, called) for one in place.windows.values()},
        loud=is_loud(local.time(), hall.voice_from, hall.voice_until),
    )


def _call(place: Place, row: QueueNumber) -> Call:
    window = place.windows[row.window_id].window.no if row.window_id in place.windows else ""
    line = place.lines[row.line_id].name if row.line_id in place.lines else ""
    words = call_words(row.no, window)
    return Call(f"{row.id}-{row.calls}", row.no, window, line, words, row.called_at, row.state == NumberState.CALLED)


def _line(place: Place, line: ServiceLine, queue: Queue, local: datetime) -> LineNow:
    hours = place.hours(line.id, local.date())
    if hours is not None and local.time() >= hours.closes:
        hours = None
    return LineNow(line, queue, hours, None if hours else place.next_hours(line.id, local))


def _next_up(lines: Sequence[LineNow]) -> list[str]:
    """Return who should make ready: the first of every line in turn."""
    found: list[str] = []
    for place in range(_NEXT):
        found += [line.queue.numbers[place] for line in lines if len(line.queue.numbers) > place]
    return found[:_NEXT]


def _window(one: HallWindow, called: Sequence[QueueNumber]) -> WindowNow:
    row = next((row for row in called if row.window_id == one.id and row.state != NumberState.FINISHED), None)
    clerk = one.clerk.display_name if one.clerk and one.state != WindowState.CLOSED else ""
    return WindowNow(
        one.window.no, one.window.name, one.state, clerk, row.no if row else "",
        bool(row and row.state == NumberState.SERVING),
    )  # fmt: skip
