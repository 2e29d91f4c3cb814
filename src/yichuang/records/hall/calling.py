"""Calling (叫号) and what follows: each step changes a number only from the state it was judged in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from yichuang.records.hall.logbook import log_call, log_outcome
from yichuang.records.hall.models import (
    Hall,
    HallWindow,
    NumberState,
    Priority,
    QueueNumber,
    ServiceLine,
    WindowState,
)
from yichuang.records.hall.place import ZONE, Place
from yichuang.records.hall.pulse import touch
from yichuang.records.hall.sheets import clear_sheet, signature_waits
from yichuang.rules.hall.calling import STEPS, UNRESOLVED, may_call_next, may_let_go, may_return, may_step
from yichuang.rules.hall.fairness import Waiting, back_in_line, class_of, next_turn
from yichuang.rules.verdict import Refused

_TRIES = 8  # others may call at the same moment


@dataclass(frozen=True, slots=True)
class AtWindow:
    """Who acts: at which window of which hall, and when."""

    place: Place
    window: HallWindow
    clerk: UUID | None
    at: datetime

    @property
    def day(self) -> date:
        """The civil date."""
        return self.at.astimezone(ZONE).date()


def waiting_in(hall: Hall, day: date) -> list[QueueNumber]:
    """Return who waits in a hall, in the order of queueing. One query."""
    rows = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, day=day, state=NumberState.WAITING)
    return list(rows.order_by("queued_at", "serial"))


def as_waiting(rows: Iterable[QueueNumber], classes: Collection[str]) -> list[Waiting]:
    """Return rows as the rules know them; `classes` are those that have priority here."""
    return [Waiting(row.id, row.line_id, class_of(row.priority, classes), row.queued_at, row.serial) for row in rows]


def current_of(hall: Hall, window: HallWindow, day: date) -> QueueNumber | None:
    """Return the number that a window called and that has no outcome yet."""
    rows = QueueNumber.objects.filter(
        region_code=hall.region_code, hall=hall, day=day, state__in=list(UNRESOLVED), window=window
    )
    return rows.select_related("line").order_by("-called_at").first()


def number_by_id(hall: Hall, number_id: UUID, day: date) -> QueueNumber | None:
    """Return a number of a hall of that day; one of another day is over."""
    rows = QueueNumber.objects.filter(region_code=hall.region_code, hall=hall, id=number_id, day=day)
    return rows.select_related("line").first()


def skipped_by(hall: Hall, day: date, lines: Collection[UUID]) -> list[QueueNumber]:
    """Return the numbers of these lines that were skipped today, latest first."""
    rows = QueueNumber.objects.filter(
        region_code=hall.region_code, hall=hall, day=day, state=NumberState.SKIPPED, line__in=list(lines)
    )
    return list(rows.order_by("-ended_at")[:8])


def call_next(here: AtWindow) -> QueueNumber | None:
    """Finish what is served, call who is next; None when nobody waits. Raises: Refused.

    A window calls one after the other, however many pages of it are open: its row is held meanwhile.
    """
    with transaction.atomic():
        HallWindow.objects.select_for_update().get(id=here.window.id)
        current = current_of(here.place.hall, here.window, here.day)
        if current is not None:
            may_call_next(current.state, signed=signature_waits(here.window)).raise_if_refused()
            step(here, current, "finish")
        return _called(here)


def _called(here: AtWindow) -> QueueNumber | None:
    place, window = here.place, here.window
    lines, most = place.lines_of(window.id), place.norms.number("queue_priority_run")
    for _ in range(_TRIES):
        waiting = {row.id: row for row in waiting_in(place.hall, here.day)}
        known = as_waiting(waiting.values(), place.first)
        turn = next_turn(known, lines, priority_run=window.priority_run, most=most)
        if turn is None:
            stand(here, WindowState.OPEN)
            return None
        row = waiting[turn.who.id]
        if _moved(row, "call", {"window": window, "called_at": here.at, "calls": 1}):
            log_call(row, window, here.clerk, here.at)
            window.priority_run = turn.priority_run
            stand(here, WindowState.OPEN)
            return row
    raise Refused("number_state", "YC", {"step": "call", "state": NumberState.CALLED})


def step(here: AtWindow, row: QueueNumber, do: str, line: ServiceLine | None = None) -> None:
    """Recall, begin, skip, take back, transfer or finish a number. Raises: Refused."""
    may_step(do, row.state).raise_if_refused()
    if do == "return":
        may_return(row.skips, here.place.norms).raise_if_refused()
    may_let_go(do, signed=signature_waits(here.window)).raise_if_refused()
    with transaction.atomic():
        if not _moved(row, do, _columns(here, row, do, line)):
            row.refresh_from_db()
            raise Refused("number_state", "YC", {"step": do, "state": row.state})
        log_outcome(row, do, here.at)
        if do in ("finish", "skip", "transfer"):
            clear_sheet(here.window)
        touch(here.place.hall)


def leave(hall: Hall, row: QueueNumber, at: datetime) -> None:
    """Give a number up. Raises: Refused."""
    may_step("leave", row.state).raise_if_refused()
    with transaction.atomic():
        if _moved(row, "leave", {"ended_at": at}):
            touch(hall)


def stand(here: AtWindow, state: str) -> None:
    """Open, pause or close a window."""
    window = here.window
    if window.state != state or window.clerk_id != here.clerk:
        window.since = here.at
    window.state, window.clerk_id = state, here.clerk if state != WindowState.CLOSED else None
    with transaction.atomic():
        window.save(update_fields=["state", "clerk", "since", "priority_run"])
        touch(here.place.hall)


def _columns(here: AtWindow, row: QueueNumber, do: str, line: ServiceLine | None) -> dict[str, Any]:
    if do == "return":
        waiting = as_waiting(waiting_in(here.place.hall, row.day), here.place.first)
        mine = [one for one in waiting if one.line == row.line_id]
        after = back_in_line(mine, here.at, here.place.norms.number("queue_return_after"))
        return {"queued_at": after, "ended_at": None, "window": None, "priority": Priority.ORDINARY}
    simple: dict[str, dict[str, Any]] = {
        "recall": {"calls": row.calls + 1, "called_at": here.at},
        "begin": {"began_at": here.at},
        "skip": {"ended_at": here.at, "skips": row.skips + 1},
        "transfer": {"line": line or row.line, "window": None, "began_at": None},
        "finish": {"ended_at": here.at},
    }
    return simple[do]


def _moved(row: QueueNumber, do: str, columns: dict[str, Any]) -> bool:
    """Change the row if it still stands as it was read; say whether."""
    to = STEPS[do][1]
    mine = QueueNumber.objects.filter(region_code=row.region_code, id=row.id, state=row.state)
    mine = mine.filter(calls=row.calls, skips=row.skips)  # called again meanwhile is another call
    if not mine.update(state=to, **columns):
        return False
    for name, value in {**columns, "state": to}.items():
        setattr(row, name, value)
    return True


def note_case(row: QueueNumber, no: str) -> None:
    """Note which case came of a number: the first one."""
    mine = QueueNumber.objects.filter(region_code=row.region_code, id=row.id, case_no="")
    mine.update(case_no=no)
