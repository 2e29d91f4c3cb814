"""The waiting lists of the window, as they are read."""

from __future__ import annotations

import pytest

from tests.acts.city import City, build_city, on
from tests.acts.lives import accepted, submitted
from yichuang.acts.intake.prereview import PreReview, prereview
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.records.cases import desk
from yichuang.records.cases.models import Case
from yichuang.rules.officers import ANONYMOUS

REGION = "990100"


@pytest.fixture
def city(db: None) -> City:
    return build_city()


def numbers(what: str, city: City) -> list[str]:
    return [case.no for case in desk.waiting(what, city.officer("clerk"), REGION)]


def test_it_works(city: City) -> None:
    first, second = submitted(city), submitted(city)
    assert numbers(desk.ONLINE, city) == [first, second]
    assert desk.counts(city.officer("clerk"), REGION)[desk.ONLINE] == 2


def test_a_stranger_sees_nothing(city: City) -> None:
    submitted(city)
    assert list(desk.waiting(desk.ONLINE, ANONYMOUS, REGION)) == []
    assert sum(desk.counts(ANONYMOUS, REGION).values()) == 0


def test_another_region_is_another_desk(city: City) -> None:
    submitted(city)
    assert list(desk.waiting(desk.ONLINE, city.officer("clerk"), "990200")) == []


def test_an_accepted_case_goes_on_to_its_department(city: City) -> None:
    no = accepted(city)
    assert (numbers(desk.ONLINE, city), numbers(desk.TO_ROUTE, city)) == ([], [no])


def test_a_proposed_refusal_tells_who_and_why(city: City) -> None:
    no = submitted(city)
    propose_refusal(RefusalProposal(on(no), "不属于职权范围"), city.ctx("clerk"))
    case = Case.objects.get(region_code=REGION, no=no)
    proposal = desk.proposals(REGION, [case.id])[case.id]
    assert (proposal.proposer, proposal.reason) == ("clerk", "不属于职权范围")
    assert numbers(desk.REFUSALS, city) == [no]


def test_the_last_pre_review_is_told(city: City) -> None:
    no = submitted(city)
    for note in ("看不清", "清楚了"):
        prereview(PreReview(on(no), note), city.ctx("clerk"))
    case = Case.objects.get(region_code=REGION, no=no)
    assert desk.prereview_note(REGION, case.id) == "清楚了"


def test_only_the_departments_signed_for_are_counted(city: City) -> None:
    accepted(city)
    assert desk.counts(city.officer("chief"), REGION, [city.department.id])[desk.TO_DECIDE] == 0
