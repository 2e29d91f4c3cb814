"""放弃听证: in writing, before the last day; nobody waits for who gave it, and everybody else still may ask."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import under_rules, waiting_for_decision
from tests.acts.hearing.test_parties import decision, notice, parties
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import decide
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.request_as_party import PartyRequest, request_as_party
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import tell_interested
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.access import NotFound
from yichuang.records.documents.models import Document
from yichuang.records.hearings.access import PartyProof
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
FRIDAY, MONDAY = date(2026, 3, 6), date(2026, 3, 9)


@pytest.fixture
def told(city: City) -> tuple[City, str, UUID]:
    """A case that waits for its decision; who is interested was told on Friday, and may ask until the 13th."""
    under_rules(city, interested=True)
    no = waiting_for_decision(city)
    tell_interested(notice(no), city.ctx("reviewer", FRIDAY))
    return city, no, parties()[0].id


def by_paper(no: str, party: UUID | None = None) -> HearingWaiver:
    return HearingWaiver(on(no), party, "3 月 9 日签字的放弃听证声明书")


def test_it_works(told: tuple[City, str, UUID]) -> None:
    """L23: everybody entitled gave it up in writing; nobody waits until the 13th."""
    city, no, party = told
    waive_hearing(HearingWaiver(on(no)), city.ctx("resident", MONDAY))
    refused("interested_not_heard", lambda: decide(decision(no), city.ctx("agency", MONDAY)))
    waive_hearing(by_paper(no, party), city.ctx("clerk", MONDAY))
    decide(decision(no), city.ctx("agency", MONDAY))
    papers = Document.objects.filter(region_code="990100", kind="hearing_waiver").order_by("no")
    assert [row.public for row in papers] == [True, False]
    assert list(examine("990100", directory())) == []


def test_a_statement_is_no_waiver(told: tuple[City, str, UUID]) -> None:
    city, no, party = told
    waive_hearing(by_paper(no), city.ctx("reviewer", MONDAY))
    hear_statement(Statement(on(no), party, "没有意见"), city.ctx("reviewer", MONDAY))
    refused("hearing_right_open", lambda: decide(decision(no), city.ctx("agency", date(2026, 3, 13))))
    decide(decision(no), city.ctx("agency", date(2026, 3, 16)))


def test_the_applicant_is_waited_for_too(told: tuple[City, str, UUID]) -> None:
    city, no, party = told
    waive_hearing(by_paper(no, party), city.ctx("reviewer", MONDAY))
    refused("hearing_right_open", lambda: decide(decision(no), city.ctx("agency", MONDAY)))


def test_who_gave_it_up_can_t_ask_any_more(told: tuple[City, str, UUID]) -> None:
    city, no, party = told
    waive_hearing(HearingWaiver(on(no)), city.ctx("resident", MONDAY))
    refused("hearing_waived", lambda: request_hearing(HearingRequest(on(no)), city.ctx("resident", MONDAY)))
    waive_hearing(by_paper(no, party), city.ctx("reviewer", MONDAY))
    letter = Document.objects.get(region_code="990100", kind="interested").no
    proof = PartyProof(no, letter, "周文静", "13800002208")
    refused("hearing_waived", lambda: request_as_party(PartyRequest(proof), city.visitor(MONDAY)))


def test_refusals(told: tuple[City, str, UUID]) -> None:
    city, no, party = told
    reviewer, resident = city.ctx("reviewer", MONDAY), city.ctx("resident", MONDAY)
    refused("hearing_waiver_unwritten", lambda: waive_hearing(HearingWaiver(on(no), party, " "), reviewer))
    refused("party_unknown", lambda: waive_hearing(by_paper(no, uuid4()), reviewer))
    refused("party_unknown", lambda: waive_hearing(by_paper(no, party), resident))
    refused("typed_too_long", lambda: waive_hearing(HearingWaiver(on(no), None, "长" * 201), reviewer))
    late = city.ctx("resident", date(2026, 3, 16))
    refused("hearing_waiver_late", lambda: waive_hearing(HearingWaiver(on(no)), late))
    waive_hearing(HearingWaiver(on(no)), city.ctx("resident", MONDAY))
    refused("hearing_waived", lambda: waive_hearing(by_paper(no), city.ctx("reviewer", MONDAY)))
    with pytest.raises(NotFound):
        waive_hearing(HearingWaiver(on(no)), city.ctx("stranger", MONDAY))


def test_nothing_to_give_up(city: City) -> None:
    no = under_review(city)
    refused("hearing_not_told", lambda: waive_hearing(HearingWaiver(on(no)), city.ctx("resident")))
    tell_interested(notice(no), city.ctx("reviewer"))
    request_hearing(HearingRequest(on(no)), city.ctx("resident"))
    refused("hearing_open", lambda: waive_hearing(HearingWaiver(on(no)), city.ctx("resident")))


def test_a_repeated_key_answers_again(told: tuple[City, str, UUID]) -> None:
    city, no, _ = told
    first = waive_hearing(HearingWaiver(on(no)), city.ctx("resident", MONDAY, key="once"))
    assert waive_hearing(HearingWaiver(on(no)), city.ctx("resident", MONDAY, key="once")).answer == first.answer
