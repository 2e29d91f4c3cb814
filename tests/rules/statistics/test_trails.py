"""Trails: what is a step, how long legs are, what cells add up to, the drawing, the line of cases, what would be."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yichuang.law.book import book
from yichuang.rules.trails.charting import Cell, Chart, chart, frequent, share_at, waits
from yichuang.rules.trails.drawing import Tie, draw
from yichuang.rules.trails.folding import Cells, Move, Trail, add, legs_of, trail
from yichuang.rules.trails.queueing import Lot, Visit, run, work_share
from yichuang.rules.trails.steps import STEPS
from yichuang.rules.trails.whatif import LEAST, Answer, Change, answer
from yichuang.rules.transitions import TABLE

ITEM, CALENDAR = UUID(int=1), book().calendar()
STORY = (
    ("case.submitted", date(2026, 3, 2)), ("case.document_made", date(2026, 3, 2)),
    ("case.accepted", date(2026, 3, 3)), ("case.routed", date(2026, 3, 3)), ("case.claimed", date(2026, 3, 5)),
    ("case.paused", date(2026, 3, 6)), ("case.step_result_noted", date(2026, 3, 10)),
    ("case.resumed", date(2026, 3, 11)), ("case.reviewed", date(2026, 3, 13)), ("case.decided", date(2026, 3, 16)),
    ("case.issued", date(2026, 3, 16)), ("case.delivered", date(2026, 3, 20)), ("case.rated", date(2026, 3, 25)),
)  # fmt: skip


def told(until: int = len(STORY), ended: date | None = date(2026, 3, 20)) -> Trail:
    moves = (Move(*one) for one in STORY[:until])
    found = trail(ITEM, moves, ended, 8, CALENDAR)
    assert found is not None
    return found


def charted(*trails: Trail) -> Chart:
    cells = Cells()
    for one in trails:
        add(cells, one)
    return chart(Cell(spot.what, spot.key, spot.days, amount) for spot, amount in cells.items())


def test_every_step_is_a_move_of_the_table() -> None:
    assert {f"case.{step}" for step in STEPS} <= {row.verb for row in TABLE}


def test_a_trail_tells_steps_and_whose_days_they_were() -> None:
    found = told()
    assert found.steps == (
        "submitted accepted routed claimed paused step_result_noted resumed reviewed decided issued delivered"
    )
    assert found.spent == "w1 w0 w2 k1 s2 s1 k2 w1 k0 a4"
    assert sum(leg.days for leg in legs_of(found)) == 14


def test_what_is_filed_with_an_earlier_date_takes_no_days() -> None:
    moves = [Move("case.submitted", date(2026, 3, 5)), Move("case.accepted", date(2026, 3, 2))]
    found = trail(ITEM, moves, None, None, CALENDAR)
    assert found is not None
    assert found.spent == "w0"
    assert trail(ITEM, [Move("case.document_made", date(2026, 3, 5))], None, None, CALENDAR) is None


def test_what_is_taken_back_leaves_nothing() -> None:
    cells = Cells()
    for sign in (1, -1):
        add(cells, told(), sign)
        add(cells, told(4, None), sign)
    assert not any(cells.values())


def test_the_map_adds_up() -> None:
    found = charted(told(), told(), told(4, None))
    assert (found.ended, found.running, found.standing["routed"]) == (2, 1, 1)
    assert (found.stopped, found.extended, found.sent_back) == (2, 0, 0)
    assert {(one.before, one.after): one.days for one in waits(found)}["routed", "claimed"] == 4
    assert {(one.before, one.after): one.count for one in found.passages}["submitted", "accepted"] == 3
    assert found.spent == {"w": 9, "k": 6, "a": 8, "s": 6}


def test_rare_passages_are_left_out_but_no_step_is_lost() -> None:
    found = charted(*[told()] * 60, told(4, None))
    shown = frequent(found, 10)
    assert {one.after for one in shown} == {one.after for one in found.passages}


def test_within_how_many_days_so_many_are_through() -> None:
    lengths = Counter({1: 5, 3: 4, 30: 1})
    assert [share_at(lengths, percent) for percent in (50, 90, 100)] == [1, 3, 30]
    assert share_at(Counter(), 50) is None


NAMES = st.sampled_from("abcdefgh")


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=24, unique=True))
def test_a_drawing_has_every_step_and_way_and_nothing_on_top_of_another(pairs: list[tuple[str, str]]) -> None:
    drawn = draw([Tie(*pair, 30 - number) for number, pair in enumerate(pairs)], pairs[0][:1])
    assert {(line.before, line.after) for line in drawn.lines} == set(pairs)
    assert {box.name for box in drawn.boxes} == {name for pair in pairs for name in pair}
    for one, other in pairwise(sorted(drawn.boxes, key=lambda box: (box.y, box.x))):
        assert one.y != other.y or one.x + 132 <= other.x
    assert all(box.x >= 0 and box.x + 132 <= drawn.width for box in drawn.boxes)


def lots(number: int, days: int) -> list[Lot]:
    return [Lot(key // 2, (Visit(0, days, True),), 0, 0, 5) for key in range(number)]


def test_two_a_day_and_one_person_make_a_line_that_another_person_ends() -> None:
    alone, both = run(lots(40, 1), 1, 1.0), run(lots(40, 1), 2, 1.0)
    assert alone.queue > 8
    assert both.queue == 0
    assert set(both.totals) == {1}


def test_the_share_of_work_gives_the_recorded_stay() -> None:
    cases = lots(60, 4)
    share = work_share(cases, 2)
    assert run(cases, 2, share).mean_stay == pytest.approx(4, abs=0.1)
    assert share < 0.5


def past(waiting: int = 4) -> list[tuple[int, Trail]]:
    steps = "submitted accepted claimed reviewed decided"
    made = Trail(ITEM, date(2026, 3, 2), date(2026, 4, 2), 8, steps, f"w0 w{waiting} k3 w1")
    slow = made._replace(spent="w1 w6 k4 w2")
    return [(number // 2, slow if number % 4 == 0 else made) for number in range(40)]


def asked(change: Change, seed: int = 1) -> Answer:
    found = answer(past(), change, seed)
    assert found is not None
    return found


def test_a_shorter_limit_makes_more_late_and_nothing_else() -> None:
    found = asked(Change(limit=7))
    assert found.late is not None
    assert 15 < found.late.now.middle < 35
    assert found.late.then.middle == 100
    assert found.days.difference == (0, 0, 0)
    assert found.late.now.low <= found.late.now.middle <= found.late.now.high


def test_two_steps_in_one_take_as_long_as_the_longer() -> None:
    found = asked(Change(merged="claimed"))
    assert (found.days.now.middle, found.days.then.middle) == (8, 5)


def test_more_persons_shorten_the_line_and_the_same_seed_gives_the_same() -> None:
    change = Change(step="claimed", persons=2, more=2)
    found = asked(change)
    assert found.queue is not None
    assert found.queue.difference.high < 0
    assert asked(change) == found
    assert asked(change, 2) != found


def test_too_few_cases_say_nothing() -> None:
    assert answer(past()[: LEAST - 1], Change(limit=3), 1) is None


def test_days_of_a_trail_are_those_of_the_calendar() -> None:
    friday = date(2026, 3, 6)
    moves = [Move("case.submitted", friday), Move("case.accepted", friday + timedelta(days=3))]
    found = trail(ITEM, moves, None, None, CALENDAR)
    assert found is not None
    assert found.spent == "w1"
