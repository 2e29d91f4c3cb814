"""Weekend rosters and attendance: who is in the roster is expected on a rest day, from when to when it says."""

from datetime import date, time

import pytest

from tests.acts.city import City
from yichuang.records.org.directory import directory
from yichuang.records.staffing.attendance import Asked, days_of
from yichuang.records.staffing.desk import sign_in
from yichuang.rules.staff.presence import Mark

pytestmark = pytest.mark.django_db
HERE, SATURDAY = "990100", date(2026, 3, 7)


def test_who_stands_in_the_roster_is_expected(city: City) -> None:
    sign_in(HERE, city.people["chief"].id, date(2026, 3, 2), city.ctx("chief", date(2026, 3, 2)).at)
    people = [city.people[name].id for name in ("clerk", "reviewer")]
    span = (SATURDAY, date(2026, 3, 8))
    assert days_of(people, Asked(HERE, span, date(2026, 3, 20)), directory()) == []
    shifts = {(city.window.id, SATURDAY): (time(9), time(16))}
    days = days_of(people, Asked(HERE, span, date(2026, 3, 20), shifts), directory())
    assert [(day.user_id, day.on, day.mark) for day in days] == [(people[0], SATURDAY, Mark.ABSENT)]
