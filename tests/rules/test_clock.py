"""The fold: one short history for each thing the law attaches to events and to silence."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.rules.clock import Clock, ClockStart, ClockTerms, clock_terms, fold
from yichuang.rules.norms import Term, Unit
from yichuang.rules.working_days import Calendar

TERMS = clock_terms(some_norms())
FROM_RECEIPT = replace(TERMS, start=ClockStart.RECEIVED)


def clock(calendar: Calendar, words: str, *, as_of: str = "03-03", terms: ClockTerms = TERMS) -> Clock:
    return fold(facts(words), terms, calendar, as_of=on(as_of))


def on(day: str) -> date:
    return date.fromisoformat(f"2026-{day}")


def due(found: Clock) -> date | None:
    return found.due.on if found.due else None


def test_it_works(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 accepted:03-02")
    assert (due(found), found.answer_by, found.deemed) == (on("03-30"), on("03-09"), False)
    assert found.due
    assert found.due.basis == "XKF-42.1"
    assert not found.provisional


def test_the_order_of_facts_does_not_matter(calendar: Calendar) -> None:
    words = "received:03-02 accepted:03-04 paused:03-11:testing resumed:03-17 extended:03-20:5".split()
    assert len({clock(calendar, " ".join(order)) for order in permutations(words)}) == 1


def test_nothing_is_due_before_acceptance(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02", as_of="03-09")
    assert (found.due, found.answer_by, found.warn_on) == (None, on("03-09"), on("03-06"))


def test_silence_accepts_from_the_receipt_on(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02", as_of="03-10")
    assert (found.accepted_on, found.deemed, due(found)) == (on("03-02"), True, on("03-30"))


@pytest.mark.parametrize("late", ["accepted", "correction_notified", "not_accepted"])
def test_what_comes_late_changes_nothing(calendar: Calendar, late: str) -> None:
    found = clock(calendar, f"received:03-02 {late}:03-10", as_of="03-20")
    assert (found.accepted_on, found.deemed, found.closed, due(found)) == (
        on("03-02"),
        True,
        False,
        on("03-30"),
    )


def test_without_that_effect_a_late_acceptance_counts_as_it_is(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 accepted:03-16", terms=replace(TERMS, deemed=False))
    assert (found.accepted_on, found.deemed) == (on("03-16"), False)


def test_a_notice_in_time_waits_for_the_supplement(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 correction_notified:03-09", as_of="04-30")
    assert (found.correcting, found.due, found.answer_by, found.deemed) == (True, None, None, False)


def test_the_supplement_starts_the_answer_anew(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 correction_notified:03-04 supplemented:03-11", as_of="03-18")
    assert (found.answer_by, found.accepted_on) == (on("03-18"), None)


def test_silence_on_the_supplement_accepts_from_the_supplement_on(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 correction_notified:03-04 supplemented:03-11", as_of="03-19")
    assert (found.accepted_on, found.deemed, due(found)) == (on("03-11"), True, on("04-09"))


def test_a_second_notice_stops_nothing(calendar: Calendar) -> None:
    history = "received:03-02 correction_notified:03-04 supplemented:03-11 correction_notified:03-12"
    assert clock(calendar, history, as_of="03-19").deemed


def test_a_supplement_nobody_asked_for_changes_nothing(calendar: Calendar) -> None:
    assert clock(calendar, "received:03-02 supplemented:03-05", as_of="03-10").accepted_on == on("03-02")


def test_a_refusal_closes(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 not_accepted:03-09", as_of="03-20")
    assert (found.closed, found.due, found.deemed) == (True, None, False)


def test_a_refusal_after_an_unanswered_notice_closes(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 correction_notified:03-04 not_accepted:03-24", as_of="03-30")
    assert found.closed
    assert not found.correcting


@pytest.mark.parametrize("end", ["withdrawn", "closed", "decided"])
def test_an_end_in_time_forestalls_silence(calendar: Calendar, end: str) -> None:
    found = clock(calendar, f"received:03-02 {end}:03-03", as_of="03-20")
    assert (found.deemed, found.due) == (False, None)


def test_from_receipt_the_acceptance_moves_nothing(calendar: Calendar) -> None:
    words = "received:03-02 accepted:03-09"
    assert due(clock(calendar, words, terms=FROM_RECEIPT)) == on("03-30")
    assert due(clock(calendar, words)) == on("04-07")


def test_from_receipt_a_correction_starts_with_the_supplement(calendar: Calendar) -> None:
    words = "received:03-02 correction_notified:03-02 supplemented:03-11 accepted:03-13"
    assert due(clock(calendar, words, terms=FROM_RECEIPT)) == on("04-09")


def test_from_receipt_accepted_while_correcting_starts_with_the_acceptance(calendar: Calendar) -> None:
    words = "received:03-02 correction_notified:03-02 accepted:03-11"
    assert due(clock(calendar, words, terms=FROM_RECEIPT)) == on("04-09")


def test_a_history_may_begin_with_the_acceptance(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:03-02")
    assert (due(found), found.answer_by, found.received_on) == (on("03-30"), None, None)


def test_a_pause_does_not_count(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 accepted:03-02 paused:03-11:testing resumed:03-17", as_of="03-12")
    assert (due(found), found.paused, found.pause_kind) == (on("04-07"), True, "testing")


def test_touching_and_overlapping_pauses_count_once(calendar: Calendar) -> None:
    start = "received:03-02 accepted:03-02 "
    touching = "paused:03-11:testing resumed:03-17:testing paused:03-18:hearing resumed:03-19:hearing"
    overlapping = "paused:03-11:testing resumed:03-17:testing paused:03-13:hearing resumed:03-19:hearing"
    assert due(clock(calendar, start + touching)) == due(clock(calendar, start + overlapping)) == on("04-09")


def test_an_open_pause_leaves_the_date_open(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 accepted:03-02 paused:03-11:testing", as_of="05-20")
    assert found.due
    assert (found.due.on, found.paused, found.warn_on) == (None, True, None)


def test_a_pause_after_the_due_day_saves_nothing(calendar: Calendar) -> None:
    found = clock(calendar, "received:03-02 accepted:03-02 paused:03-31:testing", as_of="04-02")
    assert due(found) == on("03-30")


def test_paused_again_on_the_day_of_the_resumption(calendar: Calendar) -> None:
    words = "accepted:03-02 paused:03-11:testing resumed:03-17:testing paused:03-17:hearing"
    found = clock(calendar, words, as_of="03-17")
    assert (found.paused, found.pause_kind) == (True, "hearing")


def test_resumed_is_not_paused_any_more(calendar: Calendar) -> None:
    words = "accepted:03-02 paused:03-11:testing resumed:03-17:testing"
    assert not clock(calendar, words, as_of="03-17").paused


def test_an_extension_lengthens_both_limits(calendar: Calendar) -> None:
    terms = replace(TERMS, promised=Term(5, Unit.WORKING_DAY, "YC"))
    found = clock(calendar, "accepted:03-02 extended:03-06:10", terms=terms)
    assert found.promised
    assert (due(found), found.promised.on) == (on("04-14"), on("03-23"))
    assert (found.extension_days, found.extensions) == (10, 1)


def test_a_date_beyond_the_notices_is_provisional(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:12-04", as_of="12-04")
    assert (due(found), found.provisional) == (date(2027, 1, 4), True)


def test_a_limit_in_running_days_stops_and_rolls(calendar: Calendar) -> None:
    terms = replace(TERMS, decision=Term(45, Unit.CALENDAR_DAY, "AQTL-7"))
    assert due(clock(calendar, "accepted:03-02", terms=terms)) == on("04-16")
    assert due(clock(calendar, "accepted:03-20", terms=terms)) == on("05-06")
    stopped = "accepted:03-02 paused:03-11:testing resumed:03-17"
    assert due(clock(calendar, stopped, terms=terms)) == on("04-23")


def test_a_roll_into_a_pause_waits_for_its_end(calendar: Calendar) -> None:
    terms = replace(TERMS, decision=Term(5, Unit.CALENDAR_DAY, "x"))
    words = "accepted:03-02 paused:03-08:testing resumed:03-10"
    assert due(clock(calendar, words, terms=terms)) == on("03-11")
    assert due(clock(calendar, "accepted:03-02 paused:03-08:testing", terms=terms)) is None


def test_the_copy_on_the_case_gives_the_same_terms() -> None:
    for terms in (TERMS, replace(TERMS, promised=Term(5, Unit.WORKING_DAY, "YC"), start=ClockStart.RECEIVED)):
        assert ClockTerms.from_facts(terms.to_facts()) == terms


def test_the_decision_closes_the_question(calendar: Calendar) -> None:
    found = clock(calendar, "accepted:03-02 decided:03-20 closed:03-23", as_of="03-24")
    assert (found.decided_on, found.closed) == (on("03-20"), True)
