"""One case's time as pages show it (一件的时限): clock, light, days left, strip. Lists also colour by stored dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.faces.common.strips.drawing import Strip, days_left, strip
from yichuang.rules.clock import Clock, ClockTerms, fold
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lights import Light, deadline, light
from yichuang.rules.norms import Unit
from yichuang.rules.working_days import Calendar

_ENDED = frozenset({"decided", "issued", "closed"})


@dataclass(frozen=True, slots=True)
class CaseTime:
    """What a page shows of a clock. `left` is negative when overdue, None where nothing runs."""

    clock: Clock
    light: Light
    left: int | None
    due: date | None
    days: tuple[ExplainedDay, ...]
    strip: Strip

    @property
    def provisional(self) -> bool:
        """Return whether the date that is shown may still move with a holiday notice (暂定)."""
        limits = (limit for limit in (self.clock.promised, self.clock.due) if limit and limit.on == self.due)
        shown = next(limits, None)
        return shown.provisional if shown else self.answering and self.clock.provisional

    @property
    def unit(self) -> str:
        """Return in which days the time shown is counted: 个工作日, or 日 where the limit runs through."""
        shown = None if self.answering else self.clock.promised or self.clock.due
        return "日" if shown is not None and shown.limit.unit is not Unit.WORKING_DAY else "个工作日"

    @property
    def answering(self) -> bool:
        """Return whether the time shown is that of the answer (是否受理), not of the decision."""
        return self.clock.started_on is None


def case_time(
    facts: Sequence[ClockFact], terms: ClockTerms, calendar: Calendar, today: date, *, statutory: bool = False
) -> CaseTime:
    """Return the time of a case today, by its promise where there is one; `statutory` asks for the legal limit.

    Before acceptance the days are those of the answer whether it is accepted.
    """
    clock = fold(facts, terms, calendar, as_of=today)
    promised = clock.promised is not None and not statutory
    days = explain(clock, terms, calendar, promised=promised) or _answer_days(facts, clock, terms, calendar)
    due = deadline(clock)
    if statutory and clock.due is not None:
        due = clock.due.on
    undecided = clock.closed and clock.decided_on is None  # withdrawn or refused: nothing was counted to an end
    drawn = strip(() if undecided else days, clock, today, calendar=calendar)
    return CaseTime(clock, light(clock, today), days_left(clock, today, calendar), due, days, drawn)


def row_light(row: Any, today: date) -> Light:
    """Return the light of a case's row by its stored dates alone: for lists that know no facts.

    On the day of a resumption the list shows the case running already; the rule lets it run from the next day.
    """
    if row.state in _ENDED:
        return Light.DONE
    if row.light_on is not None and today > row.light_on:
        return Light.RED
    if row.paused or row.state == "correcting":
        return Light.PAUSE
    return Light.YELLOW if row.warn_on is not None and today >= row.warn_on else Light.GREEN


def waiting_since(facts: Sequence[ClockFact]) -> date | None:
    """Return from which day the answer is waited for: the receipt, or the complete supplement."""
    days = [fact.on for fact in facts if fact.kind in (FactKind.RECEIVED, FactKind.SUPPLEMENTED)]
    return max(days, default=None)


def _answer_days(
    facts: Sequence[ClockFact], clock: Clock, terms: ClockTerms, calendar: Calendar
) -> tuple[ExplainedDay, ...]:
    since = waiting_since(facts)
    if clock.started_on is not None or clock.answer_by is None or since is None:
        return ()
    return explain_term(since, terms.answer, calendar)
