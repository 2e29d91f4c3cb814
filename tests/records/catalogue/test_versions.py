"""Versions in memory: read once, and again when the facts version has moved."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import build_city
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def test_it_is_read_once_until_something_changes() -> None:
    city = build_city()
    directory()
    first = version_of(city.promised.id)
    with CaptureQueriesContext(connection) as seen:
        assert version_of(city.promised.id) is first
    assert not seen.captured_queries
    city.department.name = "改名后的水务局"
    city.department.save()
    assert version_of(city.promised.id) is first  # as old as everything else this process knows
    directory()
    assert version_of(city.promised.id).item.department.name == "改名后的水务局"
