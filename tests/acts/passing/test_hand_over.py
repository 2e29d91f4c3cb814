"""移交: from one handler to another of the same post; who else may ask for it, and what is refused."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import under_review
from tests.acts.passing.people import FIRST, away, newcomer
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.review import Review, review
from yichuang.acts.passing.hand_over import CaseHandOver, hand_over
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import load
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db


def claimed(city: City) -> str:
    no = under_review(city)
    claim(Claim(on(no)), city.ctx("reviewer"))
    return no


def handler(no: str) -> object:
    return Case.objects.get(region_code="990100", no=no).handler_id


def test_it_works(city: City) -> None:
    second, no = newcomer(city, "second", "reviewer"), claimed(city)
    hand_over(CaseHandOver(on(no), second, "调离"), city.ctx("reviewer"))
    case = load("990100", no=no)
    assert case is not None
    assert (case.handler_id, case.stages[-1].assignee_id) == (second, second)


@pytest.mark.parametrize("who", ["chief", "agency"])
def test_a_leader_hands_over_for_somebody_who_left(city: City, who: str) -> None:
    second, no = newcomer(city, "second", "reviewer"), claimed(city)
    hand_over(CaseHandOver(on(no), second, "调离"), city.ctx(who))
    assert handler(no) == second


def test_b_hands_over_what_he_holds_for_a(city: City) -> None:
    newcomer(city, "b", "reviewer", b=True)
    second, no = newcomer(city, "second", "reviewer"), claimed(city)
    away(city, "reviewer")
    hand_over(CaseHandOver(on(no), second, "休假"), city.ctx("b", FIRST))
    assert handler(no) == second


@pytest.mark.parametrize(
    ("who", "to", "code"),
    [
        ("second", "second", "not_your_case"),
        ("reviewer", "reviewer", "same_holder"),
        ("reviewer", "verifier", "receiver_not_entitled"),
        ("reviewer", "stranger", "receiver_not_entitled"),
        ("reviewer", "gone", "receiver_away"),
        ("clerk", "second", "not_yours"),
    ],
)
def test_what_is_refused(city: City, who: str, to: str, code: str) -> None:
    no = claimed(city)
    newcomer(city, "second", "reviewer")
    newcomer(city, "gone", "reviewer")
    away(city, "gone")
    with pytest.raises(Refused) as fault:
        hand_over(CaseHandOver(on(no), city.people[to].id, "调离"), city.ctx(who, FIRST))
    assert fault.value.code == code


def test_without_a_reason_or_a_holder(city: City) -> None:
    second, no = newcomer(city, "second", "reviewer"), under_review(city)
    for claims, code in ((False, "nobody_holds_it"), (True, "reason_missing")):
        if claims:
            claim(Claim(on(no)), city.ctx("reviewer"))
        with pytest.raises(Refused) as fault:
            hand_over(CaseHandOver(on(no), second, " "), city.ctx("reviewer"))
        assert fault.value.code == code


def test_the_reviewer_does_not_get_the_verification(city: City) -> None:
    city.give("reviewer", "verifier")
    no = under_review(city)
    review(Review(on(no), True, "同意"), city.ctx("reviewer", date(2026, 3, 4)))
    claim(Claim(on(no)), city.ctx("verifier", date(2026, 3, 4)))
    with pytest.raises(Refused) as fault:
        hand_over(CaseHandOver(on(no), city.people["reviewer"].id, "调离"), city.ctx("verifier", date(2026, 3, 4)))
    assert fault.value.code == "receiver_did_before"
