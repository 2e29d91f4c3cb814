"""The shelf: read once a day, and only the last day's is kept."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import build_city
from yichuang.records.catalogue.shelf import shelf
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def test_it_is_read_once_a_day() -> None:
    build_city()
    place = directory()
    first = shelf(place, TODAY)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert shelf(place, TODAY) is first
    assert not seen.captured_queries


def test_only_the_last_day_is_kept() -> None:
    build_city()
    place = directory()
    for days in range(5):
        assert shelf(place, TODAY + timedelta(days)).cards
    assert len([key for key in place.memory if "shelf" in str(key)]) == 1
