"""Numbers without gaps, called once each, and what becomes of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.acts.city import build_city
from tests.records.hall.conftest import MONDAY, SATURDAY, SmallHall, at, build_hall
from yichuang.records.hall.calling import call_next, leave, skipped_by, stand, step
from yichuang.records.hall.drawing import Draw, drawn
from yichuang.records.hall.models import QueueNumber, WindowState
from yichuang.records.hall.pulse import revisions
from yichuang.records.hall.queries import queues
from yichuang.records.hall.snapshot import snapshot
from yichuang.rules.verdict import Refused


def refused(code: str) -> object:
    return pytest.raises(Refused, check=lambda fault: fault.code == code)


def test_it_works(hall: SmallHall) -> None:
    hall.draw()
    hall.draw(priority="elderly")
    first = call_next(hall.window())
    assert first is not None
    assert (first.no, first.state, first.calls) == ("A002", "called", 1)
    now = snapshot(hall.place(), at(10))
    assert [(call.no, call.window) for call in now.calls] == [("A002", "A06")]
    assert now.next == ["A001"]
    assert now.windows["A06"].clerk == "clerk"


def test_the_same_key_is_the_same_number(hall: SmallHall) -> None:
    here = hall.place()
    line = here.line("A")
    assert line is not None
    assert drawn(here, Draw(line, "one-key"), at(9)) == drawn(here, Draw(line, "one-key"), at(9, 1))


def test_eight_kiosks_at_once_leave_no_gap(emptied: None, transactional_db: None) -> None:
    hall = build_hall(build_city())

    def kiosk(_: int) -> list[str]:
        try:
            return [hall.draw().no for _ in range(4)]
        finally:
            connection.close()

    at_once = 8 if connection.vendor == "postgresql" else 1  # the tests' SQLite lives in memory: one at a time
    with ThreadPoolExecutor(at_once) as kiosks:
        found = sorted(no for numbers in kiosks.map(kiosk, range(8)) for no in numbers)
    assert found == [f"A{serial:03d}" for serial in range(1, 33)]


def test_a_line_that_is_closed_today(hall: SmallHall) -> None:
    here = hall.place(SATURDAY)
    line, other = here.line("A"), here.line("B")
    assert line is not None
    assert other is not None
    with refused("line_closed_today"):
        drawn(here, Draw(line, "key-a"), at(10, day=SATURDAY))
    assert drawn(here, Draw(other, "key-b"), at(10, day=SATURDAY)).no == "B001"
    with refused("line_over_today"):
        drawn(here, Draw(other, "key-c"), at(16, 1, day=SATURDAY))


def test_an_account_holds_one_number_of_a_line(hall: SmallHall) -> None:
    here, user = hall.place(), hall.city.people["resident"].id
    line = here.line("A")
    assert line is not None
    drawn(here, Draw(line, "key-1", user_id=user), at(9))
    with refused("number_same_line"):
        drawn(here, Draw(line, "key-2", user_id=user), at(9))


def test_the_next_call_asks_for_an_outcome(hall: SmallHall) -> None:
    hall.draw()
    hall.draw()
    row = call_next(hall.window())
    with refused("number_open"):
        call_next(hall.window())
    assert row is not None
    step(hall.window(), row, "begin")
    assert call_next(hall.window(when=at(10, 20))).no == "A002"  # type: ignore[union-attr]
    row.refresh_from_db()
    assert row.state == "finished"


def test_who_missed_his_call_comes_back_behind_three(hall: SmallHall) -> None:
    for minute in range(5):
        hall.draw(when=at(9, minute))
    here = hall.window()
    row = call_next(here)
    assert row is not None
    step(here, row, "skip")
    assert skipped_by(hall.hall, MONDAY, here.place.lines) == [row]
    step(here, row, "return")
    order = list(queues(hall.place(), MONDAY)[row.line_id].numbers)
    assert order == ["A002", "A003", "A001", "A004", "A005"]  # same time as the third, lower number


def test_a_transferred_number_keeps_its_time(hall: SmallHall) -> None:
    hall.draw("B", at(9, 30))
    hall.draw("A", at(9, 10))
    row = call_next(hall.window("A06"))
    assert row is not None
    assert row.no == "A001"
    step(hall.window(), row, "transfer", hall.place().line("B"))
    assert list(queues(hall.place(), MONDAY)[hall.place().line("B").id].numbers) == ["A001", "B001"]  # type: ignore[union-attr]


def test_a_stale_step_is_refused(hall: SmallHall) -> None:
    hall.draw()
    row = call_next(hall.window())
    assert row is not None
    again = QueueNumber.objects.get(region_code="990100", id=row.id)
    step(hall.window(), row, "skip")
    with refused("number_state"):
        step(hall.window(), again, "begin")


def test_leaving_and_pausing(hall: SmallHall) -> None:
    row = hall.draw()
    leave(hall.hall, row, at(9, 40))
    assert call_next(hall.window()) is None
    stand(hall.window(), WindowState.PAUSED)
    assert snapshot(hall.place(), at(10)).windows["A06"].state == "paused"


def test_every_change_raises_the_pulse(hall: SmallHall) -> None:
    hall.draw()
    before = revisions(["990100"])[hall.hall.id]
    call_next(hall.window())
    assert revisions(["990100"])[hall.hall.id] > before
