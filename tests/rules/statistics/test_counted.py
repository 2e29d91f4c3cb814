"""What is counted of a case; and that contributions taken back leave nothing, in whatever order they came."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from yichuang.law.book import book
from yichuang.rules.clock import ClockStart, ClockTerms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Term, Unit
from yichuang.rules.statistics.judging import Act, Story, count
from yichuang.rules.statistics.shapes import Counted, Extra
from yichuang.rules.statistics.tallying import Days, add, with_months

TERMS = ClockTerms(
    Term(20, Unit.WORKING_DAY, "XKF-42.1"), ClockStart.ACCEPTED, Term(5, Unit.WORKING_DAY, "XKF-32.1(4)"),
    Term(8, Unit.WORKING_DAY, "S0e"), Fraction(1, 4), 1, True,
)  # fmt: skip
WATER, CITY, CLERK, LEADER, POST, A06 = (UUID(int=number) for number in range(1, 7))
MONDAY = date(2026, 3, 2)
STORY = Story(
    WATER, UUID(int=9), "3", "promised", "granted", False, 1, MONDAY, CLERK, MONDAY, False, date(2026, 3, 6),
    date(2026, 3, 9), date(2026, 3, 30), date(2026, 3, 12), 0, TERMS,
    (ClockFact(FactKind.RECEIVED, MONDAY),), (Act("case.accepted", CLERK, POST), Act("case.decided", LEADER, None)),
)  # fmt: skip


def counted(story: Story, today: date = date(2026, 4, 30)) -> Counted:
    return count(story, {POST: A06}, book().calendar("cn"), today)


def test_a_case_in_time() -> None:
    row = counted(STORY)
    assert (row.closed_on, row.closed_by, row.window_id, row.accepted_by) == (date(2026, 3, 9), LEADER, A06, CLERK)
    assert (row.on_time, row.early, row.overdue_on) == (True, True, None)
    assert (row.days, row.statutory, row.promised) == (4, 20, 8)


def test_the_last_day_is_on_time_and_not_early_the_next_is_late() -> None:
    last = counted(STORY._replace(decided_on=date(2026, 3, 12)))
    late = counted(STORY._replace(decided_on=date(2026, 3, 13)))
    assert (last.on_time, last.early, last.overdue_on) == (True, False, None)
    assert (late.on_time, late.early, late.overdue_on) == (False, False, date(2026, 3, 13))


def test_a_pause_is_not_worked() -> None:
    facts = (ClockFact(FactKind.PAUSED, date(2026, 3, 3), "site_visit"), ClockFact(FactKind.RESUMED, date(2026, 3, 4)))
    assert counted(STORY._replace(facts=STORY.facts + facts)).days == 2  # type: ignore[operator]


def test_an_open_case_is_overdue_from_the_day_after() -> None:
    open_one = STORY._replace(decided_on=None, closed_on=None, outcome="")
    assert counted(open_one, date(2026, 3, 12)).overdue_on is None
    assert counted(open_one, date(2026, 3, 13)).overdue_on == date(2026, 3, 13)


def test_turned_away_and_withdrawn() -> None:
    away = counted(STORY._replace(outcome="refused", decided_on=None, accepted_on=None))
    assert (away.turned_away_on, away.accepted_on, away.closed_on) == (date(2026, 3, 9), None, None)
    back = counted(STORY._replace(outcome="withdrawn", decided_on=None))
    assert (back.withdrawn_on, back.closed_on, back.on_time, back.days) == (date(2026, 3, 9),) * 2 + (None, None)


def test_a_limit_in_months_is_not_compared() -> None:
    terms = replace(TERMS, decision=Term(2, Unit.MONTH, "XKF-42.1"))
    assert counted(STORY._replace(terms=terms)).statutory is None


DAYS = st.integers(0, 40).map(lambda number: MONDAY + timedelta(days=number))
HISTORIES = st.builds(
    lambda received, accepted, decided, closed, department, outcome, grade: counted(
        STORY._replace(
            received_on=received, accepted_on=accepted, decided_on=decided, closed_on=closed, department_id=department,
            outcome=outcome, grade=grade, rated_on=closed if grade else None,
        )
    ),
    DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, st.sampled_from([WATER, CITY]),
    st.sampled_from(["", "granted", "denied", "refused", "withdrawn"]), st.none() | st.integers(1, 5),
)  # fmt: skip
MONEY = st.lists(st.builds(Extra, st.just("fees"), DAYS, st.integers(-500, 500)), max_size=2).map(tuple)


@given(st.lists(st.lists(st.tuples(HISTORIES, MONEY), min_size=1, max_size=4), max_size=5))
def test_corrections_leave_nothing_behind(lives: Sequence[Sequence[tuple[Counted, tuple[Extra, ...]]]]) -> None:
    """Each case goes through several versions of its history; a case that moves is counted in one place only."""
    bit_by_bit, at_once = Days(), Days()
    for versions in lives:
        for number, (row, extras) in enumerate(versions):
            if number:
                add(bit_by_bit, *versions[number - 1], sign=-1)
            add(bit_by_bit, row, extras)
        add(at_once, *versions[-1])
    assert with_months(bit_by_bit) == with_months(at_once)
    whole = with_months(at_once)
    for measure in ("received", "closed", "overdue"):
        of = [(spot.axis, n) for spot, n in whole.items() if spot.grain == "m" and spot.measure == measure]
        by_axis = {axis: sum(n for found, n in of if found == axis) for axis in ("all", "department", "item")}
        assert len(set(by_axis.values())) == 1
