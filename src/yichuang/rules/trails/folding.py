"""From the history of a case to its trail (轨迹), and from the trail to the cells that are added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ..working_days import Calendar
from .steps import STOPS, nature_of, step_of

PATH, OPEN = "p", "o"  # cells of whole paths of ended cases; of where running ones stand
_LONGEST = 40  # steps
_RESUMING = "resumed"


class Move(NamedTuple):
    """One entry of the ledger: what was done and on which day."""

    verb: str
    on: date


class Trail(NamedTuple):
    """The trail of one case. `steps` in their course, `spent` between them ("w2" is two days of waiting)."""

    item_id: UUID
    begun_on: date
    ended_on: date | None
    limit: int | None
    steps: str
    spent: str


class Leg(NamedTuple):
    """From one step to the next: what the time was, and how many working days."""

    before: str
    after: str
    nature: str
    days: int


class Spot(NamedTuple):
    """One cell: of an item and a month, which kind of sum, what of, and how many days (流程格)."""

    item_id: UUID
    month: date
    what: str
    key: str
    days: int


Cells = Counter[Spot]


def trail(
    item_id: UUID, moves: Iterable[Move], ended_on: date | None, limit: int | None, calendar: Calendar
) -> Trail | None:
    """Return the trail of a case; None where nothing in it is a step.

    Days are working days of the calendar that holds for the case; a step put on record with an earlier date than the
    one before counts no days. The same step twice in a row is one.

    Basis: XKF-82, YC
    """
    steps: list[str] = []
    spent: list[str] = []
    first, last, stopped = None, date.min, False
    for move in moves:
        step = step_of(move.verb)
        if not step or (steps and steps[-1] == step) or len(steps) == _LONGEST:
            continue
        if first is None:
            first = last = move.on
        else:
            days = max(calendar.between(last, move.on), 0)
            spent.append(f"{nature_of(steps[-1], step, stopped=stopped)}{days}")
            last = max(last, move.on)
        stopped = step != _RESUMING and (stopped or step in STOPS)
        steps.append(step)
    return None if first is None else Trail(item_id, first, ended_on, limit, " ".join(steps), " ".join(spent))


def legs_of(one: Trail) -> Iterator[Leg]:
    """Yield the legs of a trail."""
    steps = one.steps.split()
    for before, after, told in zip(steps, steps[1:], one.spent.split(), strict=False):
        yield Leg(before, after, told[0], int(told[1:]))


def add(cells: Cells, one: Trail, sign: int = 1) -> None:
    """Add what a trail contributes, or take it back with `sign` -1."""
    month, total = one.begun_on.replace(day=1), 0
    for leg in legs_of(one):
        cells[Spot(one.item_id, month, leg.nature, f"{leg.before} {leg.after}", leg.days)] += sign
        total += leg.days
    if one.ended_on is not None:
        cells[Spot(one.item_id, month, PATH, one.steps, total)] += sign
    else:
        cells[Spot(one.item_id, month, OPEN, one.steps.rsplit(" ", 1)[-1], 0)] += sign
