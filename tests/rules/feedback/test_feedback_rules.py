"""Who stays out of a complaint; and the rate of good ratings is the satisfaction of the statistics."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from yichuang.rules.feedback.conflicts import Accused, found_out, may_work_on, sees_complaint, without_deputies
from yichuang.rules.feedback.counting import Grades, added
from yichuang.rules.officers import Grant, Officer
from yichuang.rules.statistics.computing import shown
from yichuang.rules.statistics.measures import MEASURES, holds
from yichuang.rules.statistics.registry import FIGURES

HERE, POST, WINDOW, OTHER, HE, SHE = "990100", *(UUID(int=number) for number in range(1, 6))


def officer(who: UUID = SHE, role: str = "window_clerk", window: UUID | None = WINDOW, name: str = "") -> Officer:
    return Officer(who, name, (Grant(POST, role, HERE, None, window),))


def test_the_one_complained_of_and_his_window_stay_out() -> None:
    assert may_work_on(officer(HE), Accused(HE)).code == "complained_of"
    assert may_work_on(officer(), Accused(window=WINDOW)).code == "complained_of_window"
    assert may_work_on(officer(window=OTHER), Accused(HE, WINDOW)).allowed


def test_until_he_is_found_out_only_the_centre_reads_it() -> None:
    accused = Accused(named="罗欣")
    assert not sees_complaint(officer(), HERE, accused)
    manager = officer(role="centre_manager", window=None, name="许文博")
    assert sees_complaint(manager, HERE, accused)
    assert not sees_complaint(manager, "990200", accused)
    assert not sees_complaint(officer(role="centre_manager", window=None, name="罗欣"), HERE, accused)
    assert sees_complaint(officer(window=OTHER), HERE, accused._replace(person=HE))


def test_nobody_acts_in_his_stead() -> None:
    grants = (Grant(POST, "reviewer", HERE), Grant(POST, "reviewer", HERE, acting_for=HE))
    assert without_deputies(grants, Accused(HE)) == [grants[0]]
    assert without_deputies(grants, Accused()) == list(grants)


def test_a_name_finds_one_or_nobody() -> None:
    staff = [(HE, "罗欣", {WINDOW}), (SHE, "罗欣", {OTHER}), (POST, "田宁", set())]
    assert found_out("田宁", None, staff) == POST
    assert found_out("罗欣", None, staff) is None
    assert found_out(" 罗欣 ", OTHER, staff) == SHE
    assert found_out("", None, staff) is None


def test_good_ratings_are_the_satisfaction_of_the_statistics() -> None:
    grades = Grades({5: 6, 4: 2, 3: 1, 2: 1, 1: 2})
    sums = dict.fromkeys(("rated", "satisfied", "dissatisfied"), 0)
    for grade, number in grades.by_grade.items():
        row: Any = SimpleNamespace(rated_on=date(2026, 3, 10), grade=grade)
        for name in sums:
            sums[name] += number * holds(MEASURES[name], row)
    assert (sums["rated"], sums["dissatisfied"]) == (grades.total, grades.bad)
    assert grades.rate == shown(FIGURES["satisfaction"], sums) == "75.0%"
    assert Grades({}).rate == "—"
    assert added({1: {5: 1, 2: 3}, 2: {5: 2}}).by_grade == {5: 3, 2: 3}
