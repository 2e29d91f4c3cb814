"""Cases in a line before a step (排队): what recorded days were work and what was the line, and the line with others.

A small simulation of discrete events: a case arrives at a step on the day on which it did, waits for the first person
who is free, in the order of arrival, and is worked on for its own days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

SAME_DAY = 0.5  # what was done on the day of its arrival took half a day
_ROUNDS = 14


class Visit(NamedTuple):
    """One stay at the step: days on the way to it since the stay before, days recorded there, do they count?"""

    after: int
    days: int
    counted: bool


class Lot(NamedTuple):
    """One case: when it came, its stays at the step, the days after them, the days that count elsewhere, its limit."""

    begun: int
    visits: tuple[Visit, ...]
    rest: int
    elsewhere: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run gave: for each case its days in all and those that count; how many stood in line on average."""

    totals: tuple[int, ...]
    counted: tuple[int, ...]
    queue: float
    mean_stay: float


def run(lots: Sequence[Lot], persons: int, share: float) -> Ran:
    """Let the cases pass through a step with so many persons; `share` of the recorded days there is work."""
    free = [0.0] * persons
    heap = [(float(lot.begun + (lot.visits[0].after if lot.visits else 0)), key, 0) for key, lot in enumerate(lots)]
    heapify(heap)
    counted = [lot.elsewhere for lot in lots]
    totals = [lot.rest + _until(lot) for lot in lots]
    stood, stays, number = 0.0, 0.0, 0
    while heap:
        at, key, which = heappop(heap)
        lot = lots[key]
        if which == len(lot.visits):
            continue
        visit = lot.visits[which]
        begun = max(at, heappop(free))
        done = begun + share * max(visit.days, SAME_DAY)
        heappush(free, done)
        days = int(done) - int(at)
        totals[key] += days
        counted[key] += days if visit.counted else 0
        stood, stays, number = stood + begun - at, stays + done - at, number + 1
        on = lot.visits[which + 1].after if which + 1 < len(lot.visits) else lot.rest
        heappush(heap, (done + on, key, which + 1))
    span = max((lot.begun for lot in lots), default=0) - min((lot.begun for lot in lots), default=0) + 1
    return Ran(tuple(totals), tuple(counted), stood / span, stays / number if number else 0.0)


def work_share(lots: Sequence[Lot], persons: int) -> float:
    """Return the share of work in the recorded days with which the line gives the recorded mean stay."""
    stays = [max(visit.days, SAME_DAY) for lot in lots for visit in lot.visits]
    if not stays:
        return 1.0
    wanted, low, high = sum(stays) / len(stays), 0.0, 1.0
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if run(lots, persons, middle).mean_stay < wanted:
            low = middle
        else:
            high = middle
    return high


def _until(lot: Lot) -> int:
    return sum(visit.after for visit in lot.visits)
