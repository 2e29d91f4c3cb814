"""Whose turn it is (叫号次序): priority first, but never so that the others wait without end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

ORDINARY, APPOINTMENT = "ordinary", "appointment"
ELDERLY = "elderly"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits: since when, for which line, in which class; an appointment has its hour."""

    id: UUID
    line: UUID
    priority: str
    queued_at: datetime
    serial: int = 0

    @property
    def place(self) -> tuple[datetime, int]:
        """What decides within a class: first come, first served."""
        return self.queued_at, self.serial


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is called, and how many priority calls in a row the window has then made (连续优先叫号数)."""

    who: Waiting
    priority_run: int


def next_turn(waiting: Sequence[Waiting], lines: Collection[UUID], *, priority_run: int, most: int) -> Turn | None:
    """Return who is called next at a window that serves these lines, None when nobody waits for it.

    Whoever has priority (a parameter names the classes) goes before the others, in the order of arrival; after `most`
    priority calls in a row one ordinary number is called, if one waits. So among any `most + 1` calls of a window
    there is an ordinary one while ordinary ones wait, and within a class nobody is overtaken.  Basis: YC
    """
    mine = sorted((one for one in waiting if one.line in lines), key=lambda one: one.place)
    ordinary = next((one for one in mine if one.priority == ORDINARY), None)
    urgent = next((one for one in mine if one.priority != ORDINARY), None)
    if urgent is not None and (ordinary is None or priority_run < most):
        return Turn(urgent, priority_run + 1 if ordinary is not None else 0)
    return Turn(ordinary, 0) if ordinary is not None else None


def call_order(waiting: Sequence[Waiting], lines: Collection[UUID], *, priority_run: int, most: int) -> list[Waiting]:
    """Return everybody who waits for these lines in the order in which one window would call them.  Basis: YC"""
    left, found, run = [one for one in waiting if one.line in lines], [], priority_run
    while turn := next_turn(left, lines, priority_run=run, most=most):
        found.append(turn.who)
        left.remove(turn.who)
        run = turn.priority_run
    return found


def class_of(asked: str, classes: Collection[str]) -> str:
    """Return the class in which somebody waits: what was asked where the place gives it priority, else ordinary.

    Basis: YC
    """
    return asked if asked in classes else ORDINARY


def back_in_line(waiting: Sequence[Waiting], now: datetime, after: int) -> datetime:
    """Return the time by which somebody who missed his call stands in line again: behind `after` others at most.

    (过号重排.) With fewer others he stands at the end.  Basis: YC
    """
    ahead = sorted(one.queued_at for one in waiting)
    return ahead[after - 1] if 0 < after <= len(ahead) else now
