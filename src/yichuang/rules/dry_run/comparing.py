"""One case under the terms it has and under those it would have had (试算一件): dates, light, missed limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from ..clock import Clock, ClockTerms, fold
from ..facts import ClockFact
from ..lapses import LapseKind, lapses
from ..lights import Light, deadline, light
from ..working_days import Calendar


@dataclass(frozen=True, slots=True)
class Difference:
    """What a case would show otherwise. `missed` limits are new ones, `kept` those that would not be missed."""

    was_due: date | None
    would_due: date | None
    was_light: Light
    would_light: Light
    missed: tuple[LapseKind, ...]
    kept: tuple[LapseKind, ...]
    deemed: bool
    ended: bool

    @property
    def reddens(self) -> bool:
        """Return whether a running case would be overdue that is not (变红)."""
        return self.would_light is Light.RED and self.was_light is not Light.RED

    @property
    def clears(self) -> bool:
        """Return whether an overdue case would be in time (由红转正常)."""
        return self.was_light is Light.RED and self.would_light is not Light.RED


def shifted(terms: ClockTerms, now: ClockTerms, then: ClockTerms) -> ClockTerms:
    """Return a case's own terms with only that changed which the norm changes (换上拟议的取值).

    Basis: XKF-42, XKF-32.1(4).
    """
    other = {f.name: getattr(then, f.name) for f in fields(now) if getattr(now, f.name) != getattr(then, f.name)}
    return replace(terms, **other) if other else terms


def compare(
    facts: Sequence[ClockFact], terms: ClockTerms, other: ClockTerms, calendar: Calendar, *, today: date
) -> Difference | None:
    """Return what a case would show under other terms, None where it would show the same (试算).

    The same fold over the same facts: nothing is guessed. What people did in answer to the dates they saw is
    left as it was.

    Shape: facts as `fold` takes them.
    Returns: Difference, or None.  Raises: OutsideCalendar.
    Basis: XKF-42, XKF-32.1(4), XKF-8.
    """
    was = fold(facts, terms, calendar, as_of=today)
    would = fold(facts, other, calendar, as_of=today)
    before = {lapse.kind for lapse in lapses(facts, was, terms, today)}
    after = {lapse.kind for lapse in lapses(facts, would, other, today)}
    if _dates(was) == _dates(would) and before == after:
        return None
    return Difference(
        deadline(was),
        deadline(would),
        light(was, today),
        light(would, today),
        tuple(kind for kind in LapseKind if kind in after - before),
        tuple(kind for kind in LapseKind if kind in before - after),
        would.deemed and not was.deemed,
        was.closed or was.decided_on is not None,
    )


def _dates(clock: Clock) -> tuple[object, ...]:
    """Return what is still to be seen of a clock: the day of an answer that was given says nothing any more."""
    due = clock.due.on if clock.due else None
    promised = clock.promised.on if clock.promised else None
    waiting = clock.accepted_on is None and not clock.closed
    return clock.answer_by if waiting else None, clock.accepted_on, due, promised, clock.warn_on
