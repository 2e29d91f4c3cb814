"""Papers are seen by whoever may see the case; what is not public, by staff only."""

import uuid

import pytest

from tests.acts.city import City, build_city
from tests.acts.lives import submitted
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.access import document_for, documents_for
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def no(city: City) -> str:
    return submitted(city)


def internal(no: str) -> None:
    Document.objects.filter(region_code="990100", case__no=no, case__region_code="990100").update(public=False)


def test_it_works(city: City, no: str) -> None:
    for who in ("resident", "clerk", "reviewer"):
        row = document_for(no, no, city.officer(who), directory())
        assert document_for(no, str(row.id), city.officer(who), directory()) == row
        assert document_for(no, row.id, city.officer(who), directory()).kind == "receipt"


def test_a_stranger_finds_nothing(city: City, no: str) -> None:
    with pytest.raises(NotFound):
        document_for(no, no, city.officer("stranger"), directory())


def test_the_applicant_sees_public_papers_only(city: City, no: str) -> None:
    internal(no)
    assert list(documents_for(no, city.officer("resident"), directory())) == []
    assert documents_for(no, city.officer("clerk"), directory()).count() == 1
    with pytest.raises(NotFound):
        document_for(no, no, city.officer("resident"), directory())


def test_a_paper_of_another_case_is_not_found(city: City, no: str) -> None:
    other = submitted(city)
    with pytest.raises(NotFound):
        document_for(no, other, city.officer("clerk"), directory())
    with pytest.raises(NotFound):
        document_for(no, uuid.uuid4(), city.officer("clerk"), directory())
