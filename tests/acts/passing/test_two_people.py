"""One officer never stands in for two leaders on one case; a delegation rests on a dated paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.acts.city import City, on
from tests.acts.consulting.city import add_others
from tests.acts.lives import under_review
from tests.acts.passing.people import newcomer
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.staffing.delegate import DelegationPaper, delegate
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting
from yichuang.rules.staff.roster import Delegated
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
TODAY, LATER = date(2026, 3, 2), date(2026, 3, 31)


def given(city: City, giver: str, taker: str, verb: str, signed_on: date | None = TODAY) -> None:
    people = city.people
    paper = Delegated(people[giver].id, people[taker].id, frozenset({verb}), frozenset(), TODAY, LATER)
    delegate(DelegationPaper(paper, "嘉水办〔2026〕18号", signed_on), city.ctx(giver))
    forget()


def checked(city: City) -> str:
    """A case that the deputy's stand-in verified."""
    newcomer(city, "keeper", "window_clerk")
    given(city, "deputy", "keeper", "case.verified")
    given(city, "agency", "keeper", "case.decided")
    no = under_review(city)
    review(Review(on(no), agree=True, opinion="符合"), city.ctx("reviewer"))
    verify(Verification(on(no), agree=True, opinion="属实"), city.ctx("keeper"))
    return no


def test_nobody_stands_in_for_two_leaders_on_one_case(city: City) -> None:
    no = checked(city)
    wish = Decision(on(no), grant=True, reason="", basis_words="水法")
    with pytest.raises(Refused) as refused:
        decide(wish, city.ctx("keeper"))
    assert refused.value.code == "two_stand_ins"
    decide(wish, city.ctx("agency"))
    assert Case.objects.get(region_code="990100", no=no).state == "decided"


@pytest.mark.parametrize("signed_on", [None, TODAY + timedelta(days=1)])
def test_a_delegation_names_the_day_of_its_paper(city: City, signed_on: date | None) -> None:
    newcomer(city, "keeper", "window_clerk")
    with pytest.raises(Refused, match="delegation_paper_date"):
        given(city, "deputy", "keeper", "case.decided", signed_on)


def test_what_only_the_delegation_allows_is_done_in_the_givers_name(city: City) -> None:
    given(city, "agency", "deputy", "case.extended")
    no = under_review(city)
    extend(Extension(on(no), 5, "情况复杂"), city.ctx("deputy"))
    told = Entry.objects.get(region_code="990100", verb="case.extended")
    assert (told.actor_id, told.acting_for_id) == (city.people["deputy"].id, city.people["agency"].id)
    review(Review(on(no), agree=True, opinion="符合"), city.ctx("reviewer"))
    verify(Verification(on(no), agree=True, opinion="属实"), city.ctx("verifier"))
    decide(Decision(on(no), grant=True, reason="", basis_words="水法"), city.ctx("deputy"))
    assert Entry.objects.get(region_code="990100", verb="case.decided").acting_for_id is None  # his own post is enough


def test_the_head_of_another_department_approves_nothing_here(city: City) -> None:
    land = add_others(city).asked["land"]
    Posting.objects.create(
        user=city.people["deputy"], role="agency_head", centre=city.centre, department=land, starts_on=date(2020, 1, 1)
    )
    forget()
    with pytest.raises(Refused, match="approver"):
        extend(Extension(on(under_review(city)), 5, "情况复杂"), city.ctx("deputy"))


def test_who_reviewed_does_not_claim_what_a_second_person_signs(city: City) -> None:
    no = under_review(city)
    review(Review(on(no), agree=True, opinion="符合"), city.ctx("reviewer"))
    post = {"user": city.people["reviewer"], "centre": city.centre, "department": city.department}
    for role in ("verifier", "deputy_head"):
        Posting.objects.create(role=role, starts_on=date(2020, 1, 1), **post)
    forget()
    for step in (lambda: None, lambda: verify(Verification(on(no), True, "属实"), city.ctx("verifier"))):
        step()
        with pytest.raises(Refused, match="same_person"):
            claim(Claim(on(no)), city.ctx("reviewer"))
    claim(Claim(on(no)), city.ctx("deputy"))
    assert Case.objects.get(region_code="990100", no=no).handler_id == city.people["deputy"].id
