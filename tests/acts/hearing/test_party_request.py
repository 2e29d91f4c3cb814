"""利害关系人要求听证: by the notice he holds, within his own days, without an account."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.hearing.test_parties import notice
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.context import Context
from yichuang.acts.hearing.request_as_party import PartyRequest, request_as_party
from yichuang.acts.hearing.tell_interested import tell_interested
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.models import Document
from yichuang.records.hearings.access import PartyProof
from yichuang.records.hearings.models import Hearing
from yichuang.records.org.directory import directory
from yichuang.rules.officers import ANONYMOUS

pytestmark = pytest.mark.django_db


def told(city: City) -> PartyProof:
    no = under_review(city)
    tell_interested(notice(no), city.ctx("reviewer"))
    letter = Document.objects.get(region_code="990100", kind="interested").no
    return PartyProof(no, letter, "周文静", "13800002208")


def anybody(city: City, on: date) -> Context:
    return replace(city.ctx("resident", on), officer=ANONYMOUS)


def test_it_works(city: City) -> None:
    proof = told(city)
    request_as_party(PartyRequest(proof, "影响取水"), anybody(city, date(2026, 3, 9)))
    row = Hearing.objects.get(region_code="990100")
    assert (row.origin, row.requester, row.hold_by) == ("party", "周文静", date(2026, 4, 7))
    refused("hearing_open", lambda: request_as_party(PartyRequest(proof), anybody(city, date(2026, 3, 9))))
    assert list(examine("990100", directory())) == []


def test_after_his_days_it_is_late(city: City) -> None:
    wish = PartyRequest(told(city))
    refused("hearing_request_late", lambda: request_as_party(wish, anybody(city, date(2026, 3, 10))))


@pytest.mark.parametrize("wrong", [{"letter": "1"}, {"name": "周文"}, {"phone": ""}, {"no": "JN-2026-999999"}])
def test_whoever_does_not_hold_the_notice_finds_nothing(city: City, wrong: dict[str, str]) -> None:
    with pytest.raises(NotFound):
        request_as_party(PartyRequest(replace(told(city), **wrong)), anybody(city, date(2026, 3, 9)))
