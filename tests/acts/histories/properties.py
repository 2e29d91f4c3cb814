"""What must hold of every history, said once more without the code that the acts use.

The table is read row by row; the state is folded from the book; the days are walked one by one by the oracle.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from tests.acts.histories.desk import Desk, Written
from tests.rules import oracle
from tests.rules.conftest import FIXED
from tests.rules.histories import rules_of
from yichuang.law.book import book
from yichuang.records.cases.reading import StageView
from yichuang.rules.consulting.asking import term_of
from yichuang.rules.facts import ClockFact
from yichuang.rules.moves import ROWS
from yichuang.rules.norms import Norms
from yichuang.rules.working_days import Calendar

ONE = timedelta(days=1)
COMPARED = ("answer_by", "accepted", "deemed", "due", "promised", "provisional")
COLUMN = {"accepted": "accepted_on", "due": "due_on", "promised": "promised_due_on"}


def the_table_allows(verb: str, state: str, *, kind: str, paused: bool) -> bool:
    """Say whether any row of the table lets the act happen there."""
    rows = (row for row in ROWS if row.verb == verb and state in row.sources and kind in row.kinds)
    return any(row.while_paused or not paused for row in rows)


def state_is_the_fold_of_the_book(desk: Desk, first: str) -> None:
    """Go through the book by the table alone: every step has its row, and the case stands where the last one led."""
    state, kind = first, desk.case.kind
    for entry in desk.book:
        rows = [row for row in ROWS if row.verb == entry.verb and state in row.sources and kind in row.kinds]
        ends = {row.target or state for row in rows}
        assert ends, f"{entry.verb} in {state}"
        after = entry.state or state
        assert after in ends, f"{entry.verb} led from {state} to {after}"
        state = after
    assert desk.case.state == state
    assert (state == "closed") == (desk.case.closed_on is not None)


def dates_are_what_the_walker_counts(desk: Desk) -> None:
    """Every stored date is the one that the oracle counts day by day from the facts in the book."""
    case, facts = desk.case, desk.case.facts
    assert facts[len(facts) - sum(len(entry.facts) for entry in desk.book) :] == tuple(_facts(desk.book))
    told = [entry.on for entry in desk.book if entry.facts]
    events = [oracle.Event(fact.kind.value, fact.on, fact.days) for fact in facts]
    calendar = desk.place.calendar(case.profile)
    found = oracle.opinion(
        events, pauses(facts), rules_of(case.terms), almanac(calendar), told[-1] if told else case.received_on
    )
    stored = {name: getattr(case, COLUMN.get(name, name)) for name in COMPARED}
    assert stored == {name: getattr(found, name) for name in COMPARED}
    assert stored["promised"] is None or stored["due"] is None or stored["promised"] <= stored["due"]


def no_clock_is_longer_than_the_profile_allows(desk: Desk) -> None:
    """Extensions of the case, and the days of every department, counted one by one, against the norms themselves."""
    case = desk.case
    if case.accepted_on is None:
        return
    norms, longer = book().norms(case.profile, case.accepted_on), [f.days for f in case.facts if f.kind == "extended"]
    most = norms.get("joint_extension_limit" if case.kind == "joint" else "extension_limit")
    assert len(longer) <= norms.number("extension_count")
    assert sum(longer) <= (int(str(most.value)) if most and longer else 0)
    for stage in case.stages:
        if stage.due_on is not None and stage.id in desk.opened and (stage.done or not case.paused):
            _stage_is_in_bounds(desk, stage, norms, sum(longer))


def _stage_is_in_bounds(desk: Desk, stage: StageView, norms: Norms, longer: int) -> None:
    case, asked_on = desk.case, desk.opened[stage.id]
    name = "codept_limit" if stage.kind == "co_review" else term_of(stage.kind, norms)
    norm = norms.get(name) if name else None
    if stage.kind == "co_review":
        extends = norms.get("codept_may_extend")
        most = min(10, int(str(norm.value)) if norm else 10)  # 10: what the item itself says
        most += longer if extends is not None and extends.value is True else 0
        first = stage.starts_on
        assert first in {case.accepted_on, asked_on} | _picked_up(desk, stage, norms, asked_on)
    elif norm is not None and stage.starts_on is not None:
        most, first = int(str(norm.value)), case.received_on if stage.kind == "accept_opinion" else stage.starts_on
    else:
        return
    assert counted(desk, first, stage.due_on) <= most, f"{stage.kind} of {first} is due on {stage.due_on}"


def _picked_up(desk: Desk, stage: StageView, norms: Norms, asked_on: date) -> set[date | None]:
    """Return the day of the pick-up where the days run from it: in time, or where the norms don't mind."""
    most, late = norms.get("codept_pickup_limit"), norms.get("codept_late_pickup_start")
    if most is None or stage.picked_up_on is None:
        return set()
    calendar, since = desk.place.calendar(desk.case.profile), min(asked_on, stage.starts_on or asked_on)
    waited = (since + ONE * n for n in range(1, (stage.picked_up_on - since).days + 1))
    in_time = sum(map(calendar.is_working, waited)) <= int(str(most.value))
    return {stage.picked_up_on} if in_time or (late is not None and late.value == "pickup") else set()


def counted(desk: Desk, first: date, last: date) -> int:
    """Count the working days after the first up to the last, without those of a pause."""
    calendar, stopped = desk.place.calendar(desk.case.profile), pauses(desk.case.facts)
    days = (first + ONE * n for n in range(1, (last - first).days + 1))
    return sum(
        calendar.is_working(day) and not any(begun <= day <= (ended or day) for begun, ended in stopped) for day in days
    )


def pauses(facts: tuple[ClockFact, ...]) -> list[tuple[date, date | None]]:
    """Return the spans in which the clock stood, first and last day included."""
    found: list[tuple[date, date | None]] = []
    for fact in facts:
        if fact.kind == "paused":
            found.append((fact.on, None))
        elif fact.kind == "resumed" and found:
            found[-1] = (found[-1][0], fact.on)
    return found


@cache
def almanac(calendar: Calendar) -> oracle.Almanac:
    """Return the calendar as plain sets, as the oracle wants them."""
    years = sorted({notice for notice in range(2020, 2035) if not calendar.provisional(date(notice, 6, 15))})
    days = [date(years[0], 1, 1) + ONE * n for n in range((date(years[-1], 12, 31) - date(years[0], 1, 1)).days + 1)]
    off = {day for day in days if not calendar.is_working(day) and day.weekday() < 5}
    on = {day for day in days if calendar.is_working(day) and day.weekday() > 4}
    return oracle.Almanac((years[0], years[-1]), off, on, {(month, day) for month, day, _ in FIXED})


def _facts(entries: list[Written]) -> Iterator[ClockFact]:
    for entry in entries:
        yield from entry.facts
