"""Lights: one definition of due, overdue and near, for lists, pages and cards alike."""

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules.clock import Clock, clock_terms, fold
from yichuang.rules.lights import Light, deadline, light, remaining
from yichuang.rules.norms import Term, Unit
from yichuang.rules.working_days import Calendar

TERMS = clock_terms(some_norms())


def on(day: str) -> date:
    return date.fromisoformat(f"2026-{day}")


def clock(calendar: Calendar, words: str, today: str, promised: int | None = None) -> Clock:
    terms = replace(TERMS, promised=Term(promised, Unit.WORKING_DAY, "YC")) if promised else TERMS
    return fold(facts(words), terms, calendar, as_of=on(today))


@pytest.mark.parametrize(("today", "shown", "left"), [
    ("03-02", Light.GREEN, 20), ("03-23", Light.GREEN, 5), ("03-24", Light.YELLOW, 4),
    ("03-28", Light.YELLOW, 1), ("03-30", Light.YELLOW, 0), ("03-31", Light.RED, -1),
    ("04-02", Light.RED, -3),
])  # fmt: skip
def test_it_works(calendar: Calendar, today: str, shown: Light, left: int) -> None:
    found = clock(calendar, "accepted:03-02", today)
    assert (light(found, on(today)), remaining(found, on(today), calendar)) == (shown, left)


def test_the_rest_day_after_the_due_day_is_already_over(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:02-27", "03-28")  # due on Friday 03-27
    assert (light(found, on("03-28")), remaining(found, on("03-28"), calendar)) == (Light.RED, -1)


def test_the_promise_rules_where_there_is_one(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:03-02", "03-10", promised=5)
    assert (light(found, on("03-10")), deadline(found)) == (Light.RED, on("03-09"))


@pytest.mark.parametrize("today", ["03-11", "03-14", "03-17"])
def test_a_day_of_a_pause_shows_the_pause(calendar: Calendar, today: str) -> None:
    found = clock(calendar, "accepted:03-02 paused:03-11:testing resumed:03-17", today)
    assert light(found, on(today)) is Light.PAUSE


def test_an_open_pause_keeps_what_was_left(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:03-02 paused:03-11:testing", "05-20")
    assert (light(found, on("05-20")), remaining(found, on("05-20"), calendar)) == (Light.PAUSE, 14)


def test_a_pause_after_the_due_day_stays_red(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:03-02 paused:04-01:testing", "04-02")
    assert light(found, on("04-02")) is Light.RED


@pytest.mark.parametrize("end", ["decided", "closed", "withdrawn"])
def test_an_ended_case_is_done(calendar: Calendar, end: str) -> None:
    found = clock(calendar, f"accepted:03-02 {end}:05-20", "05-21")
    assert (light(found, on("05-21")), remaining(found, on("05-21"), calendar)) == (Light.DONE, None)


@pytest.mark.parametrize(("today", "shown"), [("03-05", Light.GREEN), ("03-06", Light.YELLOW), ("03-09", Light.YELLOW)])
def test_before_acceptance_the_answer_is_what_counts(calendar: Calendar, today: str, shown: Light) -> None:
    found = clock(calendar, "received:03-02", today)
    assert (light(found, on(today)), deadline(found)) == (shown, on("03-09"))


def test_an_answer_that_silence_does_not_give_turns_red(calendar: Calendar) -> None:
    found = fold(facts("received:03-02"), replace(TERMS, deemed=False), calendar, as_of=on("03-10"))
    assert light(found, on("03-10")) is Light.RED


def test_waiting_for_the_applicant_is_a_pause(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 correction_notified:03-03", "05-20")
    assert (light(found, on("05-20")), deadline(found)) == (Light.PAUSE, None)
