"""AB岗 through the acts: B gets A's queue while A is away, acts in his name, and loses it after (R121)."""

from datetime import date, timedelta

import pytest

from tests.acts.city import City, on
from tests.acts.lives import under_review
from tests.acts.passing.people import FIRST, LAST, away, newcomer
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.acts.staffing.agree_stand_in import StandInConsent, agree_stand_in
from yichuang.acts.staffing.end_absence import AbsenceEnd, end_absence
from yichuang.acts.staffing.note_absence import AbsenceNote, note_absence
from yichuang.faces.office.scope import scope_of
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.worklist import Wanted, cases_of
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.rules.staff.roster import Leave
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db


def queue(city: City, who: str, day: date) -> list[str]:
    scope = scope_of(city.officer(who, day), directory(), day)
    return [case.no for case in cases_of(scope, Wanted(), day)] if scope else []


def claimed(city: City) -> str:
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer", date(2026, 3, 3)))
    return no


def test_it_works(city: City) -> None:
    newcomer(city, "b", "reviewer", b=True)
    no = claimed(city)
    away(city, "reviewer")
    days = [FIRST + timedelta(days=n) for n in range(-3, 6)]
    assert [day for day in days if queue(city, "b", day) == [no]] == [FIRST, date(2026, 3, 10), LAST]
    review(Review(on(no), True, "符合条件。"), city.ctx("b", date(2026, 3, 10)))
    last = Entry.objects.filter(region_code="990100", verb="case.reviewed").get()
    assert (last.actor_id, last.acting_for_id) == (city.people["b"].id, city.people["reviewer"].id)


def test_b_may_do_nothing_before_and_after(city: City) -> None:
    newcomer(city, "b", "reviewer", b=True)
    no = claimed(city)
    away(city, "reviewer")
    for day in (date(2026, 3, 6), date(2026, 3, 12)):
        with pytest.raises(NotFound):
            review(Review(on(no), True, "符合条件。"), city.ctx("b", day))


def test_who_comes_back_early_gets_his_queue_back(city: City) -> None:
    newcomer(city, "b", "reviewer", b=True)
    no = claimed(city)
    row = away(city, "reviewer")
    end_absence(AbsenceEnd(row.id), city.ctx("reviewer", date(2026, 3, 10)))
    assert queue(city, "b", date(2026, 3, 10)) == []
    assert queue(city, "reviewer", date(2026, 3, 10)) == [no]


def test_who_is_on_leave_acts_only_after_he_ended_it(city: City) -> None:
    """R074: A's posts sleep on the days of his leave; he still sees the case, and is told what to do."""
    no = claimed(city)
    row = away(city, "reviewer")
    wish = Review(on(no), True, "符合条件。")
    for day in (FIRST, LAST):
        with pytest.raises(Refused) as fault:
            review(wish, city.ctx("reviewer", day))
        assert (fault.value.code, fault.value.basis, fault.value.facts) == ("on_leave", "S1-四2", {"until": LAST})
    end_absence(AbsenceEnd(row.id), city.ctx("reviewer", date(2026, 3, 10)))
    review(wish, city.ctx("reviewer", date(2026, 3, 10)))


def test_a_stranger_at_the_window_waits_for_the_centre(city: City) -> None:
    helper = newcomer(city, "reserve", "reviewer")
    row = away(city, "clerk", helper)
    assert "window_clerk" not in city.officer("reserve", FIRST).roles()
    agree_stand_in(StandInConsent(row.id), city.ctx("manager"))
    assert "window_clerk" in city.officer("reserve", FIRST).roles()


@pytest.mark.parametrize(
    ("who", "leave", "reason", "code"),
    [
        ("deputy", ("reviewer", FIRST, LAST, None), "", "reason_missing"),
        ("verifier", ("reviewer", FIRST, LAST, None), "病假", "not_your_staff"),
        ("reviewer", ("reviewer", LAST, FIRST, None), "病假", "span_odd"),
        ("deputy", ("deputy", LAST, date(2026, 3, 20), None), "病假", "away_already"),
        ("reviewer", ("reviewer", FIRST, LAST, "reviewer"), "病假", "stand_in_elsewhere"),
        ("reviewer", ("reviewer", FIRST, LAST, "stranger"), "病假", "stand_in_elsewhere"),
        ("reviewer", ("reviewer", FIRST, LAST, "deputy"), "病假", "stand_in_away"),
        ("resident", ("resident", FIRST, LAST, None), "病假", "holds_no_post"),
    ],
)
def test_what_is_refused(
    city: City, who: str, leave: tuple[str, date, date, str | None], reason: str, code: str
) -> None:
    away(city, "deputy")
    name, first, last, stand_in = leave
    wish = Leave(city.people[name].id, first, last, city.people[stand_in].id if stand_in else None)
    with pytest.raises(Refused) as fault:
        note_absence(AbsenceNote(wish, reason), city.ctx(who))
    assert fault.value.code == code
