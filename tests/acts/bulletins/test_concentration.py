"""The exceptions to 集中到位 as the books tell them."""

from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.lives import promised_life
from yichuang.acts.concentrating.gather import found_in
from yichuang.acts.statistics.counting import count_region
from yichuang.rules.statistics.periods import period_of
from yichuang.rules.supervision.concentration import Exceptional

pytestmark = pytest.mark.django_db


def test_it_works(city: City) -> None:
    promised_life(city)
    ctx = city.ctx("manager", date(2026, 4, 1))
    count_region("990100", ctx)
    found = found_in("990100", period_of("month", date(2026, 3, 2)), ctx)
    assert found == {city.department.id: {Exceptional.NOT_IN: 2}}
