"""Every due date explains itself: the last counted day of the list is the date."""

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules.clock import ClockTerms, clock_terms, fold
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.norms import Term, Unit
from yichuang.rules.periods import end_of
from yichuang.rules.working_days import Calendar

TERMS = replace(clock_terms(some_norms()), promised=Term(5, Unit.WORKING_DAY, "YC"))


def days(calendar: Calendar, words: str, as_of: str = "03-12", **more: object) -> dict[str, ExplainedDay]:
    terms = more.pop("terms", TERMS)
    assert isinstance(terms, ClockTerms)
    clock = fold(facts(words), terms, calendar, as_of=date.fromisoformat(f"2026-{as_of}"))
    found = explain(clock, terms, calendar, promised=bool(more.get("promised")))
    due = clock.promised if more.get("promised") else clock.due
    if due and due.on:
        assert [day.on for day in found if day.counts][-1] == due.on == found[-1].on
    return {f"{day.on:%m-%d}": day for day in found}


def test_it_works(calendar: Calendar) -> None:
    found = days(calendar, "accepted:03-02 paused:03-11:testing resumed:03-17 extended:03-20:1")
    assert found["03-03"] == ExplainedDay(date(2026, 3, 3), True, "第 1 个工作日", "XKF-82")
    assert found["03-07"][1:] == (False, "周末", "XKF-82")
    assert found["03-11"][1:] == (False, "检测不计入期限", "XKF-45")
    assert found["03-18"].why == "第 7 个工作日"
    assert found["04-06"][1:] == (False, "清明节放假", "NOTICE-2026")
    assert found["04-07"][1:] == (True, "第 20 个工作日", "XKF-82")
    assert found["04-08"][1:] == (True, "第 21 个工作日（延期）", "XKF-42.1")


def test_a_make_up_workday_is_named_and_counted(calendar: Calendar) -> None:
    assert days(calendar, "accepted:02-27", as_of="02-27")["02-28"][1:3] == (True, "调休上班，第 1 个工作日")


def test_the_last_day_cites_the_limit(calendar: Calendar) -> None:
    assert days(calendar, "accepted:03-02")["03-30"].basis == "XKF-42.1"


def test_the_promise_explains_itself_too(calendar: Calendar) -> None:
    assert list(days(calendar, "accepted:03-02", promised=True))[-1] == "03-09"


def test_an_open_pause_is_listed_up_to_today(calendar: Calendar) -> None:
    found = days(calendar, "accepted:03-02 paused:03-11:testing", as_of="03-16")
    assert list(found)[-1] == "03-16"
    assert not found["03-16"].counts
    assert [day for day, it in found.items() if it.counts][-1] == "03-10"


def test_nothing_to_explain_before_acceptance(calendar: Calendar) -> None:
    assert days(calendar, "received:03-02", as_of="03-03") == {}


def test_running_days_roll_over_the_rest_days_at_their_end(calendar: Calendar) -> None:
    found = explain_term(date(2026, 9, 3), Term(30, Unit.CALENDAR_DAY, "FYF-20.1"), calendar)
    assert [day.on.day for day in found if not day.counts] == [3, 4, 5, 6, 7]
    assert found[-1] == ExplainedDay(date(2026, 10, 8), True, "第 30 日", "FYF-20.1")


def test_running_days_of_a_decision_stop_for_a_pause(calendar: Calendar) -> None:
    terms = replace(TERMS, decision=Term(45, Unit.CALENDAR_DAY, "AQTL-7"), promised=None)
    found = days(calendar, "accepted:03-02 paused:03-11:testing resumed:03-17 extended:03-20:2", terms=terms)
    assert [day for day, it in found.items() if "检测" in it.why] == [f"03-{d}" for d in range(11, 18)]
    assert sum(day.counts for day in found.values()) == 47


@pytest.mark.parametrize(
    ("number", "unit"),
    [(5, "working_day"), (60, "calendar_day"), (6, "month"), (1, "year"), (48, "hour")],
)
def test_any_term_ends_where_its_explanation_ends(calendar: Calendar, number: int, unit: str) -> None:
    for day in range(1, 29):
        start, term = date(2026, 4, day), Term(number, Unit(unit), "x")
        assert explain_term(start, term, calendar)[-1].on == end_of(start, term, calendar)


def test_a_term_without_days_has_no_list(calendar: Calendar) -> None:
    assert explain_term(date(2026, 3, 2), Term(0, Unit.WORKING_DAY, "x"), calendar) == ()
