"""Hours, waiting times, what may be done with a number, what is spoken."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

import pytest

from yichuang.law.book import book
from yichuang.rules.hall.calling import STEPS, may_call_next, may_give_out, may_hold, may_let_go, may_return, may_step
from yichuang.rules.hall.hours import Opening, Shift, missing_self_service
from yichuang.rules.hall.voice import call_words, is_loud
from yichuang.rules.hall.waiting import USUAL, estimate

WINDOW, OTHER = UUID(int=1), UUID(int=2)
SATURDAY = date(2026, 3, 7)
OPENING = Opening(time(9), time(17), book().calendar("cn"), (Shift(WINDOW, SATURDAY, time(9), time(16)),))


def test_a_saturday_of_the_roster_is_open_and_no_working_day() -> None:
    hours = OPENING.of_window(WINDOW, SATURDAY)
    assert hours is not None
    assert (hours.closes, hours.shift) == (time(16), True)
    assert not OPENING.calendar.is_working(SATURDAY)


@pytest.mark.parametrize(("day", "window"), [(SATURDAY, OTHER), (date(2026, 3, 8), WINDOW)])
def test_others_are_closed_at_the_weekend(day: date, window: UUID) -> None:
    assert OPENING.of_window(window, day) is None


def test_the_next_day_that_is_open() -> None:
    friday_night = datetime(2026, 3, 6, 18)
    assert OPENING.next_of_line([OTHER], friday_night)[0] == date(2026, 3, 9)  # type: ignore[index]
    assert OPENING.next_of_line([WINDOW], friday_night)[0] == SATURDAY  # type: ignore[index]


def test_places_without_self_service() -> None:
    told = {"990101": ("county", False), "990102": ("county", True), "990101100": ("town", False)}
    assert missing_self_service(["city", "county"], told) == ("990101",)


def test_the_estimate_rests_on_the_middle_value() -> None:
    found = estimate(4, 2, [5.0, 5.0, 120.0], [7.0, 7.0])
    assert (found.minutes, found.from_today, found.from_weeks, found.guessed) == (10, 3, 2, False)


def test_without_history_it_is_a_guess() -> None:
    found = estimate(2, 0, [1.0], [])
    assert (found.minutes, found.each, found.guessed) == (16 + 4, USUAL, True)
    assert estimate(0, 1, [], []).minutes == 0


@pytest.mark.parametrize("step", STEPS)
def test_a_finished_number_is_over(step: str) -> None:
    assert not may_step(step, "finished").allowed


def test_the_last_call_needs_an_outcome() -> None:
    assert not may_call_next("called").allowed
    assert may_call_next("serving").allowed
    assert not may_call_next("serving", signed=True).allowed


def test_a_signature_that_waits_holds_the_customer() -> None:
    assert [step for step in STEPS if not may_let_go(step, signed=True).allowed] == ["transfer", "finish"]
    assert may_let_go("finish", signed=False).allowed


def test_how_many_numbers_one_may_have() -> None:
    norms = book().norms("cn", date(2026, 3, 2))
    assert may_hold(1, False, norms).allowed
    assert [may_hold(*told, norms).code for told in ((1, True), (2, False))] == ["number_same_line", "number_held"]
    assert may_give_out(3, norms).allowed
    assert may_give_out(4, norms).code == "kiosk_too_fast"
    assert may_return(1, norms).allowed
    assert may_return(2, norms).code == "number_skipped_out"


def test_what_is_spoken() -> None:
    assert call_words("A012", "03") == "请 A 零 一 二 号，到 三 号窗口"
    assert is_loud(time(9), time(8), time(18))
    assert not is_loud(time(3), time(8), time(18))
    assert is_loud(time(23), time(20), time(2))
