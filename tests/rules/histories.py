"""Random histories of a case, as facts for the fold and as plain events for the oracle."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from tests.rules import oracle
from tests.rules.conftest import FIXED
from yichuang.rules.clock import ClockStart, ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Term, Unit
from yichuang.rules.working_days import Calendar, YearNotice

FIRST_YEAR, LAST_NOTICE = 2024, 2026
KINDS = ("testing", "hearing", "expert_review")


@dataclass(frozen=True)
class History:
    """One random case for both sides."""

    facts: tuple[ClockFact, ...]
    terms: ClockTerms
    calendar: Calendar
    as_of: date
    events: list[oracle.Event]
    stopped: list[tuple[date, date | None]]
    rules: oracle.Rules
    almanac: oracle.Almanac


@cache
def two_calendars(seed: int) -> tuple[Calendar, oracle.Almanac]:
    """The same random holidays twice: as a calendar of the rules and as sets for the oracle."""
    dice, notices = random.Random(seed), []
    all_off: set[date] = set()
    all_on: set[date] = set()
    for year in range(FIRST_YEAR, LAST_NOTICE + 1):
        off: set[date] = set()
        for _ in range(dice.randrange(4, 10)):
            first = date(year, 1, 1) + timedelta(days=dice.randrange(355))
            off |= {first + timedelta(days=n) for n in range(dice.randrange(1, 10))}
        off = {day for day in off if day.year == year}
        weekends = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
        on = set(dice.sample([d for d in weekends if d.weekday() > 4 and d not in off], dice.randrange(9)))
        notices.append(YearNotice(year, dict.fromkeys(off, "节"), dict.fromkeys(on, "班"), f"NOTICE-{year}"))
        all_off |= off
        all_on |= on
    calendar = Calendar(notices, fixed=FIXED, version=str(seed), through=2034)
    fixed = {(month, day) for month, day, _ in FIXED}
    return calendar, oracle.Almanac((FIRST_YEAR, LAST_NOTICE), all_off, all_on, fixed)


def days(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A case from its receipt on: notice, supplement, answer, pauses that may touch or overlap, extension, end."""
    calendar, almanac = two_calendars(draw(days(7)))
    received = date(2024, 2, 1) + timedelta(days=draw(days(1200)))
    facts: list[ClockFact] = []
    if draw(days(9)):
        facts.append(ClockFact(FactKind.RECEIVED, received))
    at = received
    if not draw(days(2)):
        at += timedelta(days=draw(days(11)))
        facts.append(ClockFact(FactKind.CORRECTION_NOTIFIED, at))
        if draw(days(3)):
            at += timedelta(days=draw(days(30)))
            facts.append(ClockFact(FactKind.SUPPLEMENTED, at))
            if not draw(days(5)):
                facts.append(ClockFact(FactKind.CORRECTION_NOTIFIED, at + timedelta(days=draw(days(9)))))
    answer = draw(days(9))
    at = max(fact.on for fact in facts) if facts else at
    if answer > 1:
        at += timedelta(days=draw(days(12)))
        facts.append(ClockFact(FactKind.ACCEPTED if answer > 2 else FactKind.NOT_ACCEPTED, at))
    stopped = draw(pauses(received))
    facts += stop_facts(stopped)
    if not draw(days(3)):
        on = at + timedelta(days=draw(days(20)))
        facts.append(ClockFact(FactKind.EXTENDED, on, days=draw(days(15))))
    if not draw(days(5)):
        end = draw(st.sampled_from([FactKind.DECIDED, FactKind.WITHDRAWN, FactKind.CLOSED]))
        facts.append(ClockFact(end, received + timedelta(days=draw(days(60)))))
    as_of = received + timedelta(days=draw(st.one_of(days(12), days(120))))
    terms = draw(clock_terms_())
    return History(
        shuffled(facts, draw(days(5))), terms, calendar, as_of, events_of(facts), stopped, rules_of(terms), almanac
    )


@st.composite
def pauses(draw: st.DrawFn, received: date) -> list[tuple[date, date | None]]:
    """Up to three spans after the receipt: apart, touching or overlapping; the last may be open."""
    found: list[tuple[date, date | None]] = []
    first = received + timedelta(days=draw(days(25)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 1, 2, 3]))):
        last = first + timedelta(days=draw(days(14)))
        found.append((first, last))
        first = last + timedelta(days=draw(st.sampled_from([-2, 0, 1, 1, 2, 9])))
        first = max(first, found[-1][0])
    if found and not draw(days(4)):
        found[-1] = (found[-1][0], None)
    return found


def stop_facts(stopped: list[tuple[date, date | None]]) -> list[ClockFact]:
    """The pauses as facts; of one day, whatever began before is ended before the next begins."""
    facts: list[ClockFact] = []
    for number, (first, last) in enumerate(stopped):
        facts.append(ClockFact(FactKind.PAUSED, first, pause=KINDS[number]))
        if last is not None:
            facts.append(ClockFact(FactKind.RESUMED, last, pause=KINDS[number]))
    return facts


def shuffled(facts: list[ClockFact], seed: int) -> tuple[ClockFact, ...]:
    """Mix the days; facts of one day keep their order."""
    on = sorted({fact.on for fact in facts})
    random.Random(seed).shuffle(on)
    return tuple(fact for day in on for fact in facts if fact.on == day)


@st.composite
def clock_terms_(draw: st.DrawFn) -> ClockTerms:
    unit = draw(st.sampled_from([Unit.WORKING_DAY, Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH]))
    number = draw(st.integers(1, 4 if unit is Unit.MONTH else 60))
    promised = None
    if draw(days(1)):
        promised = Term(draw(st.integers(1, 30)), Unit.WORKING_DAY, "承诺")
    return ClockTerms(
        decision=Term(number, unit, "XKF-42.1"),
        start=draw(st.sampled_from(list(ClockStart))),
        answer=Term(draw(st.sampled_from([5, 5, 5, 3, 1])), Unit.WORKING_DAY, "XKF-32.1(4)"),
        promised=promised,
        warn_share=draw(st.sampled_from([Fraction(1, 5), Fraction(1, 3), Fraction(0)])),
        warn_min=draw(days(2)),
        deemed=bool(draw(days(6))),
        pause_basis="XKF-45",
        extension_basis="XKF-42.1",
    )


def events_of(facts: list[ClockFact]) -> list[oracle.Event]:
    return [oracle.Event(fact.kind.value, fact.on, fact.days) for fact in facts]


def rules_of(terms: ClockTerms) -> oracle.Rules:
    return oracle.Rules(
        decision=limit(terms.decision),
        answer=limit(terms.answer),
        promised=limit(terms.promised) if terms.promised else None,
        from_receipt=terms.start is ClockStart.RECEIVED,
        silence_accepts=terms.deemed,
        warn_share=terms.warn_share,
        warn_min=terms.warn_min,
    )


def limit(term: Term) -> oracle.Limit:
    return oracle.Limit(term.number, term.unit.value)
