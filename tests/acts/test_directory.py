"""The organisation in memory: what a reload asks, once in a process after a change, whatever the size."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Posting, User

pytestmark = pytest.mark.django_db
VERSION, RELOAD = 1, 10  # statements of every request; of the one after a change, on top of the page's own


def asked() -> int:
    with CaptureQueriesContext(connection) as asked:
        directory()
    return len(asked)


def test_a_reload_asks_the_same_for_more_people(city: City) -> None:
    forget()
    assert asked() <= VERSION + RELOAD
    for number in range(30):
        user = User.objects.create(username=f"more-{number}", display_name=f"多{number}")
        Posting.objects.create(user=user, role="reviewer", centre=city.centre, starts_on=date(2020, 1, 1))
    forget()
    assert asked() <= VERSION + RELOAD
    assert asked() == VERSION
