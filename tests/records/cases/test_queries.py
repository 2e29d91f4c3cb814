"""Worklists by stored dates: the colours agree with the rule, the order is total, neighbours are neighbours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted, to_decide, under_review
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.records.cases.models import Case
from yichuang.records.cases.queries import clock_facts, standing, tab_counts, worklist
from yichuang.records.cases.worklist import ALL, DONE, Scope, Wanted, lit
from yichuang.records.org.directory import directory
from yichuang.rules.clock import ClockTerms, fold
from yichuang.rules.lights import Light, light

pytestmark = pytest.mark.django_db
REGION = "990100"
STATES = ("reviewing", "verifying", "deciding")


def scope(city: City, who: str = "reviewer", states: tuple[str, ...] = ("reviewing",)) -> Scope:
    return Scope(REGION, city.people[who].id, {city.department.id: states})


def routed(city: City, day: date) -> str:
    no = submitted(city, day)
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    return no


def many(city: City) -> list[str]:
    stopped, waiting = routed(city, date(2026, 3, 2)), submitted(city, date(2026, 3, 2))
    pause(Pause(on(stopped), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    notify_correction(
        CorrectionNotice(on(waiting), {"map": "缺"}, date(2026, 3, 16)), city.ctx("clerk", date(2026, 3, 3))
    )
    return [stopped, waiting, to_decide(city), *(routed(city, date(2026, 2, day)) for day in (9, 12, 24, 26))]


@pytest.mark.parametrize("days", range(0, 40, 3))
def test_stored_dates_give_the_light_of_the_rule(city: City, days: int) -> None:
    many(city)
    today, calendar = date(2026, 3, 6) + timedelta(days), directory().calendar("cn")
    rows = Case.objects.filter(region_code=REGION)
    facts = clock_facts(REGION, [row.id for row in rows])
    for row in rows:
        clock = fold(facts[row.id], ClockTerms.from_facts(row.terms), calendar, as_of=today)
        for shown in Light:
            found = Case.objects.filter(lit(shown, today), region_code=REGION, pk=row.pk).exists()
            assert found == (light(clock, today) is shown), (row.no, row.state, shown)


def test_walking_by_neighbours_is_the_list(city: City) -> None:
    many(city)
    today, wanted = date(2026, 3, 6), Wanted(ALL)
    listed = [row.no for row in worklist(scope(city), wanted, today)]
    ids = {row.no: row.id for row in Case.objects.filter(region_code=REGION)}
    for number, no in enumerate(listed, 1):
        place = standing(scope(city), wanted, today, ids[no])
        assert (place.number, place.total) == (number, len(listed))
        assert place.previous == ("" if number == 1 else listed[number - 2])
        assert place.next == ("" if number == len(listed) else listed[number])


def test_a_case_that_left_the_list_still_has_a_next(city: City) -> None:
    numbers = many(city)
    case = Case.objects.get(region_code=REGION, no=numbers[-1])
    place = standing(scope(city), Wanted(ALL, light="red"), date(2026, 3, 6), case.id)
    assert (place.number, place.total) == (0, 3)
    assert place.previous
    assert place.next == ""


def test_counts_are_two_queries(city: City, django_assert_num_queries: object) -> None:
    many(city)
    with django_assert_num_queries(2):  # type: ignore[operator]
        counts = tab_counts(scope(city), date(2026, 3, 6))
    assert counts == {"mine": 0, "unclaimed": 5, "alerts": 4, "all": 7, "special": 0, "done": 1}


def test_done_is_newest_first(city: City) -> None:
    first, second = to_decide(city), to_decide(city)
    assert [row.no for row in worklist(scope(city), Wanted(DONE), date(2026, 3, 6))] == [second, first]


def test_other_departments_and_regions_stay_out(city: City) -> None:
    under_review(city)
    nobody = Scope(REGION, city.people["reviewer"].id)
    elsewhere = Scope("990101", city.people["reviewer"].id, {city.department.id: STATES})
    for other in (nobody, elsewhere):
        assert list(worklist(other, Wanted(ALL), date(2026, 3, 6))) == []
        assert tab_counts(other, date(2026, 3, 6))["all"] == 0


def test_the_open_cases_of_a_department_are_found_by_their_index(city: City) -> None:
    under_review(city)
    plan = worklist(scope(city), Wanted(ALL), date(2026, 3, 6)).explain()
    from django.db import connection

    if connection.vendor == "sqlite":
        assert "USING INDEX" in plan
        assert "SCAN cases_case" not in plan
