"""Every gauge reads its records in one query, on any database; closed and running cases are told apart."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.city import City
from tests.acts.lives import accepted, promised_life
from yichuang.acts.inspection.trials.trial import GAUGES, Trial, try_records
from yichuang.law.book import book
from yichuang.law.shapes import Parameter
from yichuang.law.supposing import Supposition, suppose
from yichuang.records.org.directory import directory
from yichuang.rules.norms import Unit

pytestmark = pytest.mark.django_db
TODAY, SOON = date(2026, 6, 1), date(2027, 1, 1)


def supposed(name: str, words: str) -> Supposition:
    return suppose(book(), book().parameter(name), "cn", SOON, words)


def other(parameter: Parameter) -> str:
    """Return a value that can be typed for it."""
    if parameter.options:
        return next(iter(parameter.options))
    return "false" if parameter.unit is Unit.FLAG else "1"


def tried(name: str, words: str) -> Trial:
    found = try_records("990100", supposed(name, words), directory(), TODAY)
    assert found is not None
    return found


def test_every_gauge_asks_once(city: City) -> None:
    promised_life(city)
    people = directory()
    with CaptureQueriesContext(connection) as seen:
        for name in GAUGES:
            wish = supposed(name, other(book().parameter(name)))
            assert try_records("990100", wish, people, TODAY) is not None
    assert len(seen) <= len(GAUGES) + 1  # and one item version


def test_who_was_served_late_under_another_delivery_term(city: City) -> None:
    promised_life(city)
    accepted(city)
    found = tried("certificate_limit", "1")
    assert (found.total, found.closed, found.running, found.late, found.would) == (1, 1, 0, 0, 1)


def test_two_people_signed(city: City) -> None:
    promised_life(city)
    found = tried("separate_signatures", "false")
    assert (found.total, found.would, found.moved) == (1, 0, [])


def test_the_term_to_sue_runs_from_the_delivery(city: City) -> None:
    promised_life(city)
    (one,) = tried("remedy_court_limit", "3").moved
    assert one.gauged.was is not None
    assert one.gauged.would is not None
    assert one.gauged.would < one.gauged.was
