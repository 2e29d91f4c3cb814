"""Supervision: what is found, since when, until when; and that the day of asking changes nothing of it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tests.rules.conftest import facts, some_norms
from yichuang.law.book import book
from yichuang.rules.clock import clock_terms
from yichuang.rules.norms import Norm, Norms, Term, Unit
from yichuang.rules.supervision import findings
from yichuang.rules.supervision.history import Finding, Held, History, Signed, Step
from yichuang.rules.working_days import Calendar

NORMS = some_norms()
TERMS = clock_terms(NORMS)
HERE, CLERK, REVIEWER, VERIFIER = (uuid4() for _ in range(4))
POSTS = {
    CLERK: Held("window_clerk", HERE, date(2020, 1, 1)),
    REVIEWER: Held("reviewer", HERE, date(2020, 1, 1)),
    VERIFIER: Held("verifier", HERE, date(2020, 1, 1), date(2026, 12, 31)),
}
LIFE = "submitted:03-02 accepted:03-02:CLERK routed:03-02:CLERK reviewed:03-04:REVIEWER verified:03-05:VERIFIER"
_POST = {"CLERK": CLERK, "REVIEWER": REVIEWER, "VERIFIER": VERIFIER}


def day(word: str) -> date:
    return date.fromisoformat(f"2026-{word}")


def signed(words: str) -> tuple[Signed, ...]:
    """Read "reviewed:03-04:REVIEWER" as entries; whoever signs is the post's only holder."""
    rows = [[*word.split(":"), ""][:3] for word in words.split()]
    return tuple(
        Signed(seq, f"case.{verb}", day(on), _POST.get(post), _POST.get(post), ())
        for seq, (verb, on, post) in enumerate(rows, 1)
    )


def history(clock: str, entries: str = LIFE, **more: object) -> History:
    made = History("promised", HERE, TERMS, facts(clock), signed(entries), posts=POSTS)
    return replace(made, **more)  # type: ignore[arg-type]


def found(case: History, calendar: Calendar, today: str, norms: Norms = NORMS) -> list[Finding]:
    return list(findings(case, norms, calendar, day(today)))


def names(case: History, calendar: Calendar, today: str, norms: Norms = NORMS) -> list[str]:
    return [str(one.rule) for one in found(case, calendar, today, norms)]


def test_an_ordinary_case_shows_nothing(calendar: Calendar) -> None:
    assert found(history("received:03-02 accepted:03-02 decided:03-05"), calendar, "06-30") == []


def test_near_due_then_over_time_then_decided(calendar: Calendar) -> None:
    running, done = history("accepted:03-02"), history("accepted:03-02 decided:04-02")
    assert names(running, calendar, "03-30") == ["near_due"]
    near, late = found(running, calendar, "03-31")
    assert (near.ended_on, late.rule, late.on, late.ended_on) == (day("03-31"), "decision_late", day("03-31"), None)
    assert [one.ended_on for one in found(done, calendar, "12-01")] == [day("03-31"), day("04-02")]


def test_an_extension_of_the_day_itself_comes_too_late_for_that_morning(calendar: Calendar) -> None:
    case = history("accepted:03-02 extended:03-31:10 decided:04-02")
    late = next(one for one in found(case, calendar, "12-01") if one.rule == "decision_late")
    assert (late.on, late.ended_on) == (day("03-31"), day("03-31"))


def test_a_late_acceptance_of_today_is_no_decision_yet(calendar: Calendar) -> None:
    land = book().norms("cn.990000.land", day("03-02"))
    terms = clock_terms(land, promised=Term(4, Unit.WORKING_DAY, "YC-承诺时限"))
    case = history("received:03-02 accepted:03-12", terms=terms)
    late = next(one for one in found(case, calendar, "03-12", land) if one.rule == "promise_late")
    assert (late.on, late.ended_on) == (day("03-10"), None)


@pytest.mark.parametrize("told", [
    "received:03-02 correction_notified:03-04 supplemented:03-16 accepted:03-20 paused:04-20:testing "
    "resumed:06-15 extended:06-17:5 decided:07-03",
    "received:03-02", "received:03-02 accepted:03-12 decided:05-08",
])  # fmt: skip
def test_whenever_it_is_asked_the_same_was_found_by_then(calendar: Calendar, told: str) -> None:
    case = history(told)
    last = {(one.rule, one.occasion): one.on for one in found(case, calendar, "12-31")}
    for number in range(150):
        today = day("03-02") + timedelta(days=number)
        until = replace(case, facts=tuple(fact for fact in case.facts if fact.on <= today))
        then = {(one.rule, one.occasion): one.on for one in findings(until, NORMS, calendar, today)}
        assert then == {key: on for key, on in last.items() if on <= today}


def test_silence_on_a_receipt(calendar: Calendar) -> None:
    (late,) = [one for one in found(history("received:03-02"), calendar, "03-10") if one.rule == "answer_late"]
    assert (late.on, late.occasion) == (day("03-10"), "2026-03-09")


@pytest.mark.parametrize(("done", "today", "ended"), [
    ("03-10", "03-10", ()), ("03-11", "04-01", (day("03-11"),)), (None, "03-11", (None,)), (None, "03-10", ()),
])  # fmt: skip
def test_a_late_step_is_its_departments(
    calendar: Calendar, done: str | None, today: str, ended: tuple[object, ...]
) -> None:
    other = uuid4()
    step = Step(uuid4(), "countersign", other, day("03-10"), day(done) if done else None)
    late = [one for one in found(history("accepted:03-02", steps=(step,)), calendar, today) if one.rule == "step_late"]
    assert tuple(one.ended_on for one in late) == ended
    assert all(one.department_id == other for one in late)


@pytest.mark.parametrize(("received", "whose"), [(None, "upper"), ("03-10", "here")])
def test_what_nobody_received_above_is_late_there(calendar: Calendar, received: str | None, whose: str) -> None:
    upper = uuid4()
    step = Step(uuid4(), "forward_receipt", upper, None, day(received) if received else None, day("03-05"))
    late = [one for one in found(history("accepted:03-02", steps=(step,)), calendar, "04-30") if one.rule != "near_due"]
    assert late
    assert {one.department_id for one in late} == {upper if whose == "upper" else HERE}


@pytest.mark.parametrize(("entries", "wrong"), [
    (f"{LIFE} decided:03-05:VERIFIER issued:03-06:CLERK", []),
    (f"{LIFE} issued:03-06:CLERK", ["case.issued"]),
    ("submitted:03-02 accepted:03-02:CLERK routed:03-02:CLERK verified:03-03:VERIFIER reviewed:03-04:REVIEWER",
     ["case.verified", "case.reviewed"]),
])  # fmt: skip
def test_a_step_before_its_predecessor(calendar: Calendar, entries: str, wrong: list[str]) -> None:
    case = found(history("accepted:03-02 decided:03-05", entries), calendar, "03-10")
    assert [one.evidence["verb"] for one in case if one.rule == "out_of_order"] == wrong


def test_a_decision_without_intake_record(calendar: Calendar) -> None:
    case = history("accepted:03-02 decided:03-05", "reviewed:03-04:REVIEWER decided:03-05:VERIFIER")
    assert "outside" in names(case, calendar, "03-10")


@pytest.mark.parametrize(("post", "why"), [
    (CLERK, "role"), (uuid4(), "not_held"), (None, "no_post"), (VERIFIER, None),
])  # fmt: skip
def test_signed_without_the_power(calendar: Calendar, post: UUID | None, why: str | None) -> None:
    case = history("accepted:03-02 decided:03-05")
    entry = Signed(6, "case.decided", day("03-05"), uuid4(), post)
    lacking = [
        one.evidence["why"]
        for one in found(replace(case, entries=(*case.entries, entry)), calendar, "03-10")
        if one.rule == "over_authority"
    ]
    assert lacking == ([why] if why else [])


def test_one_person_reviews_and_verifies(calendar: Calendar) -> None:
    case = history("accepted:03-02 decided:03-05")
    same = tuple(entry._replace(actor=CLERK) for entry in case.entries)
    two = {"separate_signatures": Norm("separate_signatures", True, Unit.FLAG, "JN-4", "cn", day("01-01"))}
    norms = replace(NORMS, by_name={**NORMS.by_name, **two})
    assert names(replace(case, entries=same), calendar, "03-10", norms) == ["one_person"]


def test_a_second_notice_and_a_refusal_without_its_paper(calendar: Calendar) -> None:
    case = history("received:03-02 correction_notified:03-03 supplemented:03-04 not_accepted:03-06",
                   "submitted:03-02 correction_notified:03-03:CLERK supplemented:03-04 "
                   "correction_notified:03-05:CLERK refused:03-06:CLERK")  # fmt: skip
    told = tuple(
        entry._replace(papers=("correction",)) if "correction" in entry.verb else entry for entry in case.entries
    )
    assert sorted(names(replace(case, entries=told), calendar, "03-10")) == ["no_reasons", "second_notice"]


def test_a_place_that_names_its_focus_is_cited(calendar: Calendar) -> None:
    named = {
        "supervision_focus": Norm("supervision_focus", ("overdue",), Unit.CHOICES, "S3-二(六)1", "x", day("01-01"))
    }
    near, late = found(history("accepted:03-02"), calendar, "03-31", replace(NORMS, by_name=NORMS.by_name | named))
    assert (near.basis, late.basis) == ("XKF-42", "XKF-42.1, XKF-74, S3-二(六)1")


def test_pauses(calendar: Calendar) -> None:
    most = {"pause_watch_limit": Norm("pause_watch_limit", 30, Unit.WORKING_DAY, "YC", "cn", day("01-01"))}
    norms = replace(NORMS, by_name={**NORMS.by_name, **most})
    case = history("accepted:03-02 paused:03-03:site_visit")
    assert names(case, calendar, "03-20", norms) == ["pause_unfounded"]
    assert names(case, calendar, "05-20", norms) == ["pause_unfounded", "pause_long"]


def test_a_certificate_not_handed_over(calendar: Calendar) -> None:
    case = history("accepted:03-02 decided:03-05", outcome="granted", certificate_by=day("03-19"))
    assert names(case, calendar, "03-20") == ["delivery_late"]
    called = replace(case, entries=(*case.entries, *signed("pickup_called:03-18:CLERK")))
    assert "delivery_late" not in names(called, calendar, "05-20")


def test_a_promise_is_a_limit_of_its_own(calendar: Calendar) -> None:
    case = replace(history("accepted:03-02"), terms=replace(TERMS, promised=Term(5, Unit.WORKING_DAY, "YC")))
    assert [(one.rule, one.on) for one in found(case, calendar, "03-11")][-1] == ("promise_late", day("03-10"))


LAND = book().norms("cn.990000.land", day("03-02"))
SENT = "submitted:03-02 accepted:03-02:CLERK routed:{}:CLERK"


@pytest.mark.parametrize(("routed", "afternoon", "today", "found_on", "ended"), [
    ("03-02", True, "04-01", None, None),  # the day itself
    ("03-03", False, "04-01", None, None),  # the next morning
    ("03-03", True, "04-01", "03-03", "03-03"),  # the next afternoon
    ("03-05", False, "04-01", "03-04", "03-05"),
    ("", False, "03-03", None, None),
    ("", False, "03-04", "03-04", None),
])  # fmt: skip
def test_the_land_department_gets_the_file_by_the_next_morning(
    calendar: Calendar, routed: str, afternoon: bool, today: str, found_on: str | None, ended: str | None
) -> None:
    entries = signed(SENT.format(routed)) if routed else signed("submitted:03-02 accepted:03-02:CLERK")
    if routed:
        entries = (*entries[:-1], entries[-1]._replace(afternoon=afternoon))
    case = replace(history("received:03-02 accepted:03-02"), entries=entries)
    late = [one for one in found(case, calendar, today, LAND) if one.occasion.startswith("hand_over")]
    assert [(one.on, one.ended_on, one.basis) for one in late] == (
        [(day(found_on), day(ended) if ended else None, "S0b-11")] if found_on else []
    )
    assert not [one for one in found(case, calendar, today) if one.occasion.startswith("hand_over")]  # national law


@pytest.mark.parametrize(("sent", "late_on"), [("03-04", []), ("03-05", ["03-05"])])
def test_a_consultation_letter_goes_out_in_two_days(calendar: Calendar, sent: str, late_on: list[str]) -> None:
    step = Step(uuid4(), "consultation", uuid4(), day("03-11"), day("03-12"), day(sent))
    case = history("received:03-02 accepted:03-02", SENT.format("03-02"), steps=(step,))
    steps = [one for one in found(case, calendar, "04-01", LAND) if one.rule == "step_late"]
    assert [one.on for one in steps if one.occasion.startswith("letter")] == [day(word) for word in late_on]
    answers = [one for one in steps if one.occasion == str(step.id)]
    assert [(one.on, one.ended_on, one.basis) for one in answers] == [(day("03-12"), day("03-12"), "S0b-13")]


def test_a_promise_not_checked_outlives_the_closing(calendar: Calendar) -> None:
    step = Step(uuid4(), "after_check", HERE, day("03-11"), None, day("03-02"))
    case = history("received:03-02 accepted:03-02 decided:03-02", steps=(step,), closed_on=day("03-05"))
    late = [one for one in found(case, calendar, "04-01") if one.rule == "step_late"]
    assert [(one.on, one.ended_on, one.basis) for one in late] == [(day("03-12"), None, "YSHJ-40.3")]


@pytest.mark.parametrize(("profile", "why"), [("cn.500000", ["lead_only"]), ("cn", [])])
def test_a_co_department_that_stops_the_clock(calendar: Calendar, profile: str, why: list[str]) -> None:
    other, post = uuid4(), uuid4()
    entries = (*signed(LIFE), Signed(6, "case.paused", day("03-06"), uuid4(), post))
    step = Step(uuid4(), "co_review", other, None, None)
    case = history("accepted:03-02 decided:03-09", steps=(step,))
    case = replace(case, entries=entries, posts={**POSTS, post: Held("verifier", other, date(2020, 1, 1))})
    norms = book().norms(profile, day("03-02"))
    over = [one for one in found(case, calendar, "03-10", norms) if one.rule == "over_authority"]
    assert [one.evidence["why"] for one in over if one.evidence["verb"] == "case.paused"] == why


@pytest.mark.parametrize(("profile", "found_on"), [("cn.990000.land", [day("03-09")]), ("cn", [])])
def test_delivered_past_the_window(calendar: Calendar, profile: str, found_on: list[date]) -> None:
    case = history("accepted:03-02 decided:03-05", f"{LIFE} delivered:03-09:VERIFIER")
    norms = book().norms(profile, day("03-02"))
    assert [one.on for one in found(case, calendar, "03-10", norms) if one.rule == "outside"] == found_on
