"""What if (推演): a shorter limit, two steps in one, more persons at a step, tried on the cases as they really came.

Each draw takes whole weeks of recorded cases with replacement and lets them pass twice, as it is and as it would be;
the interval is that of the draws. Seeded: the same question gives the same answer. Nothing is changed by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from .folding import Leg, Trail, legs_of
from .queueing import Lot, Ran, Visit, run, work_share
from .steps import OFFICE

DRAWS, LEAST, MOST = 100, 12, 300
_WEEK = 5
_LOW, _HIGH = 0.05, 0.95
_ACCEPTED, _DECIDED = frozenset({"accepted", "deemed_accepted"}), frozenset({"decided", "filing_concluded"})


class Change(NamedTuple):
    """What would be otherwise: a limit in working days; a step done together with the next; persons at a step."""

    limit: int | None = None
    merged: str = ""
    step: str = ""
    persons: int = 1
    more: int = 0


class Between(NamedTuple):
    """A number with its interval: in 90 of 100 draws it lies from `low` to `high` (区间)."""

    middle: float
    low: float
    high: float


class Compared(NamedTuple):
    """One measure as it is, as it would be, and the difference."""

    now: Between
    then: Between
    difference: Between


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out: share of late cases (percent), median days, cases in hand, cases in line at the step."""

    cases: int
    late: Compared | None
    days: Compared
    in_hand: Compared
    queue: Compared | None
    recorded_days: float
    work: float | None


class _Case(NamedTuple):
    begun: int
    legs: tuple[Leg, ...]
    limit: int | None


Past = Sequence[tuple[int, Trail]]  # the running number of the working day on which a case began, and its trail


def answer(past: Past, change: Change, seed: int) -> Answer | None:
    """Return what would be; None where too few cases have ended to say anything.  Basis: YC"""
    if len(past) < LEAST:
        return None
    first = min(begun for begun, _ in past)
    cases = sorted((_Case(begun - first, tuple(legs_of(one)), one.limit) for begun, one in past), key=_begun)
    share = work_share([_lot(one, change.step, None) for one in cases], change.persons) if change.step else 1.0
    weeks: dict[int, list[_Case]] = defaultdict(list)
    for case in cases:
        weeks[case.begun // _WEEK].append(case)
    then = [[_lot(_changed(one, change), change.step, change.limit) for one in week] for week in _all(weeks)]
    now = [[_lot(one, change.step, None) for one in week] for week in _all(weeks)]
    pairs = []
    for number in range(DRAWS):
        drawn = _weeks_drawn(seed, number, len(now))
        pairs.append((_ran(now, drawn, change.persons, share), _ran(then, drawn, change.persons + change.more, share)))
    recorded = median(sum(leg.days for leg in one.legs) for one in cases)
    return Answer(
        len(cases), _compared(pairs, _late) if any(one.limit for one in cases) else None,
        _compared(pairs, lambda one: one.days), _compared(pairs, lambda one: one.in_hand),
        _compared(pairs, lambda one: one.queue) if change.step else None, recorded, share if change.step else None,
    )  # fmt: skip


class _Drawn(NamedTuple):
    late: float
    days: float
    in_hand: float
    queue: float


def _begun(one: _Case) -> int:
    return one.begun


def _late(one: _Drawn) -> float:
    return one.late


def _weeks_drawn(seed: int, number: int, weeks: int) -> list[int]:
    """Return which weeks a draw takes, with replacement: from digests, so that anybody can draw the same."""
    made = b"".join(blake2b(f"{seed}:{number}:{part}".encode()).digest() for part in range(-(-weeks // 16)))
    return [int.from_bytes(made[place * 4 : place * 4 + 4], "big") % weeks for place in range(weeks)]


def _all(weeks: dict[int, list[_Case]]) -> list[list[_Case]]:
    """Return the weeks from first to last; those without a case, too."""
    return [weeks.get(number, []) for number in range(max(weeks) + 1)]


def _ran(weeks: Sequence[Sequence[Lot]], drawn: Sequence[int], persons: int, share: float) -> _Drawn:
    lots = [
        lot._replace(begun=place * _WEEK + lot.begun % _WEEK)
        for place, which in enumerate(drawn)
        for lot in weeks[which]
    ]
    if not lots:
        return _Drawn(0.0, 0.0, 0.0, 0.0)
    ran = run(lots, persons, share)
    late, limited = _late_ones(lots, ran)
    return _Drawn(
        100 * late / limited if limited else 0.0, median(ran.totals), sum(ran.totals) / (len(drawn) * _WEEK), ran.queue
    )


def _late_ones(lots: Sequence[Lot], ran: Ran) -> tuple[int, int]:
    told = [(days, lot.limit) for days, lot in zip(ran.counted, lots, strict=True) if lot.limit is not None]
    return sum(days > limit for days, limit in told), len(told)


def _changed(case: _Case, change: Change) -> _Case:
    """Return a case with a step done together with the one after it: they take as long as the longer of both."""
    legs: list[Leg] = []
    for leg in case.legs:
        if change.merged and legs and legs[-1].after == change.merged and leg.nature in OFFICE:
            last = legs.pop()
            nature = leg.nature if leg.days >= last.days else last.nature
            legs.append(Leg(last.before, leg.after, nature, max(leg.days, last.days)))
        else:
            legs.append(leg)
    return case._replace(legs=tuple(legs))


def _lot(case: _Case, step: str, limit: int | None) -> Lot:
    """Return a case as it passes the step: what is before, between and after its stays."""
    visits: list[Visit] = []
    on, elsewhere, counts = 0, 0, False
    for leg in case.legs:
        counts = counts or leg.before in _ACCEPTED
        counted = counts and leg.nature in OFFICE
        if step and leg.after == step and leg.nature in OFFICE:
            visits.append(Visit(on, leg.days, counted))
            on = 0
        else:
            on += leg.days
            elsewhere += leg.days if counted else 0
        counts = counts and leg.after not in _DECIDED
    return Lot(case.begun, tuple(visits), on, elsewhere, limit if limit and case.limit else case.limit)


def _compared(pairs: Sequence[tuple[_Drawn, _Drawn]], told: Callable[[_Drawn], float]) -> Compared:
    both = [(told(now), told(then)) for now, then in pairs]
    return Compared(
        _between([now for now, _ in both]), _between([then for _, then in both]), _between([b - a for a, b in both])
    )


def median(values: Iterable[float]) -> float:
    """Return the middle value, or the middle of both."""
    found = sorted(values)
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2


def _between(values: Sequence[float]) -> Between:
    found = sorted(values)
    last = len(found) - 1
    return Between(median(found), found[round(last * _LOW)], found[round(last * _HIGH)])
