"""A second opinion on every date: walks day by day, as a clerk would with a paper calendar.

It shares nothing with the rules but the standard library: its own calendar sets, its own month arithmetic, its own
reading of the law. Slow on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

ONE = timedelta(days=1)


class Almanac:
    """Rest days and make-up workdays of the published years, fixed holidays for the years after."""

    def __init__(
        self, published: tuple[int, int], off: set[date], makeup: set[date], fixed: set[tuple[int, int]]
    ) -> None:
        self.published, self.off, self.makeup, self.fixed = published, off, makeup, fixed

    def __repr__(self) -> str:
        return f"<{len(self.off)} days off>"

    def works(self, day: date) -> bool:
        if self.published[0] <= day.year <= self.published[1]:
            return day in self.makeup or (day not in self.off and day.weekday() < 5)
        return (day.month, day.day) not in self.fixed and day.weekday() < 5

    def certainly_rests(self, day: date) -> bool:
        """A weekend of a year without a notice may still become a workday; a fixed holiday may not."""
        if self.works(day):
            return False
        return day.year <= self.published[1] or (day.month, day.day) in self.fixed


@dataclass(frozen=True)
class Limit:
    number: int
    unit: str


@dataclass(frozen=True)
class Rules:
    decision: Limit
    answer: Limit
    promised: Limit | None
    from_receipt: bool
    silence_accepts: bool
    warn_share: Fraction
    warn_min: int


@dataclass(frozen=True)
class Event:
    kind: str
    on: date
    days: int = 0


@dataclass
class Opinion:
    received: date | None = None
    answer_by: date | None = None
    accepted: date | None = None
    started: date | None = None
    deemed: bool = False
    correcting: bool = False
    closed: bool = False
    due: date | None = None
    promised: date | None = None
    warn: date | None = None
    provisional: bool = False
    light: str = ""
    left: int | None = None
    days: list[tuple[date, bool]] = field(default_factory=list)


def months_after(start: date, months: int) -> date:
    year, month = start.year, start.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    day = start.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def size(limit: Limit, start: date) -> int:
    """How many days, of whatever kind, a limit has when it begins on this day."""
    if limit.unit == "month":
        return (months_after(start, limit.number) - start).days
    return limit.number


def walk(
    start: date, number: int, working: bool, stopped: list[tuple[date, date | None]], almanac: Almanac
) -> tuple[date | None, list[tuple[date, bool]]]:
    """Count `number` days after the start; the last of running days must not be a rest day."""
    day, counted, seen = start, 0, []
    while counted < number:
        day += ONE
        if any(first <= day and last is None for first, last in stopped):
            return None, seen
        if any(first <= day <= last for first, last in stopped if last is not None):
            counts = False
        elif working:
            counts = almanac.works(day)
        else:
            counts = counted + 1 < number or not almanac.certainly_rests(day)
        # once the roll has begun, it ends on a day on which the offices work
        if counts and not working and counted + 1 == number and seen and _rolling(seen, almanac, stopped):
            counts = almanac.works(day)
        counted += counts
        seen.append((day, counts))
    return day, seen


def _rolling(seen: list[tuple[date, bool]], almanac: Almanac, stopped: list[tuple[date, date | None]]) -> bool:
    """Whether the day before was already skipped as a rest day at the end of the term."""
    day, counted = seen[-1]
    in_pause = any(first <= day and (last is None or day <= last) for first, last in stopped)
    return not counted and not in_pause


def opinion(  # one clerk, one case
    events: list[Event], stopped: list[tuple[date, date | None]], rules: Rules, almanac: Almanac, as_of: date
) -> Opinion:
    found = Opinion()
    _reception(found, events, rules, almanac, max([as_of, *(event.on for event in events)]))
    extra = sum(event.days for event in events if event.kind == "extended")
    decided = min((event.on for event in events if event.kind == "decided"), default=None)
    found.closed |= any(event.kind in ("withdrawn", "closed") for event in events)
    found.correcting &= not found.closed
    if found.started is not None:
        _decision(found, found.started, extra, stopped, rules, almanac)
        found.provisional = any(d is not None and d.year > almanac.published[1] for d in (found.due, found.promised))
        shown = found.promised if rules.promised else found.due
    else:
        shown = found.answer_by
        found.provisional = shown is not None and shown.year > almanac.published[1]
    found.light = _light(found, shown, stopped, decided, as_of)
    return found


class Desk:
    """The desk where a submission lies: before the receipt, with the office, with the applicant, done."""

    def __init__(self, rules: Rules, almanac: Almanac, found: Opinion) -> None:
        self.rules, self.almanac, self.found = rules, almanac, found
        self.turn, self.since, self.noticed = "nobody", date.min, False

    def day_begins(self, day: date) -> None:
        """At midnight after the last day of the answer, silence accepts."""
        late = self.turn == "office" and self.found.answer_by is not None and day > self.found.answer_by
        if late and self.rules.silence_accepts:
            self.found.accepted = self.found.started = self.since
            self.found.deemed, self.turn = True, "done"

    def happens(self, event: Event) -> None:
        if event.kind == "received" and self.turn == "nobody":
            self.found.received = event.on
            self._wait(event.on)
        elif event.kind == "correction_notified" and self.turn == "office" and not self.noticed:
            self.turn, self.noticed, self.found.answer_by = "applicant", True, None
        elif event.kind == "supplemented" and self.turn == "applicant":
            self._wait(event.on)
        elif self.turn in ("office", "applicant"):
            self._answer(event)

    def _wait(self, since: date) -> None:
        self.turn, self.since = "office", since
        self.found.answer_by = walk(since, self.rules.answer.number, True, [], self.almanac)[0]

    def _answer(self, event: Event) -> None:
        if event.kind == "accepted":
            self.found.accepted = event.on
            from_receipt = self.rules.from_receipt and self.turn == "office"
            self.found.started, self.turn = self.since if from_receipt else event.on, "done"
        elif event.kind in ("not_accepted", "decided", "withdrawn", "closed"):
            self.found.closed, self.turn = event.kind == "not_accepted", "done"


def _reception(found: Opinion, events: list[Event], rules: Rules, almanac: Almanac, until: date) -> None:
    if not any(event.kind == "received" for event in events):
        first = next((e.on for e in sorted(events, key=lambda e: e.on) if e.kind == "accepted"), None)
        found.accepted = found.started = first
        found.closed = first is None and any(event.kind == "not_accepted" for event in events)
        return
    desk, day = Desk(rules, almanac, found), min(event.on for event in events)
    while day <= until:
        desk.day_begins(day)
        for event in events:
            if event.on == day:
                desk.happens(event)
        day += ONE
    found.correcting = desk.turn == "applicant"
    if desk.turn == "office":
        number = rules.answer.number - max(int(rules.answer.number * rules.warn_share), rules.warn_min)
        found.warn = walk(desk.since, number, True, [], almanac)[0]


def _decision(
    found: Opinion, start: date, extra: int, stopped: list[tuple[date, date | None]], rules: Rules, almanac: Almanac
) -> None:
    stopped = [(max(first, start + ONE), last) for first, last in stopped if last is None or last > start]
    working = rules.decision.unit == "working_day"
    found.due, found.days = walk(start, size(rules.decision, start) + extra, working, stopped, almanac)
    shown = rules.promised or rules.decision
    if rules.promised:
        number = size(rules.promised, start) + extra
        found.promised = walk(start, number, rules.promised.unit == "working_day", stopped, almanac)[0]
    number = size(shown, start) + extra
    before = max(number - max(int(number * rules.warn_share), rules.warn_min), 0)
    found.warn = walk_plain(start, before, shown.unit == "working_day", stopped, almanac)


def walk_plain(
    start: date, number: int, working: bool, stopped: list[tuple[date, date | None]], almanac: Almanac
) -> date | None:
    """Count days without any roll: a warning is no deadline."""
    day, counted = start, 0
    while counted < number:
        day += ONE
        if any(first <= day and last is None for first, last in stopped):
            return None
        if not any(first <= day <= last for first, last in stopped if last is not None):
            counted += almanac.works(day) if working else 1
    return day


def _light(
    found: Opinion, shown: date | None, stopped: list[tuple[date, date | None]], decided: date | None, today: date
) -> str:
    if found.closed or decided is not None:
        return "done"
    if shown is not None and today > shown:
        return "red"
    resting = any(first <= today and (last is None or today <= last) for first, last in stopped)
    if found.correcting or (found.started is not None and resting):
        return "pause"
    return "yellow" if found.warn is not None and today >= found.warn else "green"
