"""Every parameter has all a legal officer needs, and every quotation stands in its article."""

import re
from datetime import date

import pytest

from yichuang.law import citations
from yichuang.law.book import book
from yichuang.rules.norms import Unit

LAW = book()
VALUES = [
    pytest.param(parameter, value, id=f"{parameter.name}-{value.profile}-{value.since}")
    for parameter in LAW.parameters().values()
    for value in parameter.values
]
PARAMETERS = [pytest.param(p, id=p.name) for p in LAW.parameters().values()]
SOURCES = [pytest.param(source, id=source.id) for source in LAW.sources().values()]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_is_complete(parameter):
    assert re.fullmatch(r"[a-z][a-z_]*", parameter.name)
    assert all([parameter.term, parameter.meaning, isinstance(parameter.unit, Unit)])
    assert (parameter.unit in (Unit.CHOICE, Unit.CHOICES)) == bool(parameter.options)
    assert all(parameter.options.values())


def test_terms_are_short_and_unique():
    terms = [parameter.term for parameter in LAW.parameters().values()]
    assert len(set(terms)) == len(terms)
    assert max(map(len, terms)) <= 16


@pytest.mark.parametrize(("parameter", "value"), VALUES)
def test_a_value_has_basis_and_check_date(parameter, value):
    assert LAW.cite(value.basis)
    assert date(2026, 1, 1) <= value.checked_on <= date(2026, 12, 31)
    assert value.profile in LAW.profiles()
    assert bool(value.departs_from) == bool(value.reason)


@pytest.mark.parametrize(("parameter", "value"), VALUES)
def test_a_quotation_stands_in_the_article(parameter, value):
    article = LAW.text(value.basis)
    if article is None:
        assert value.basis == "YC" or not value.checked, "no text at hand: say checked: false"
    else:
        assert value.quote
        assert value.quote in article


@pytest.mark.parametrize(("parameter", "value"), VALUES)
def test_the_number_in_the_quotation_is_the_value(parameter, value):
    """A limit of twenty days must quote 二十 or 20."""
    if value.quote and parameter.unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY) and value.value not in (0, 1):
        words = {str(value.value), citations.numeral(value.value)}
        assert any(word in value.quote for word in words)


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_complete(source):
    assert all([source.title, source.issuer, source.date, source.form in citations.FORMS])
