"""A log-in stands for an applicant; an organisation names its people; who acts as it has its cases, and no others."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from yichuang.acts.context import Context
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.acts.passing.link_account import AccountLink, link_account
from yichuang.acts.passing.name_person import PersonNaming, name_person
from yichuang.acts.passing.remove_person import PersonRemoval, remove_person
from yichuang.records.applicants.accounts import capacities, capacity
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import lookup_hash
from yichuang.records.cases.access import NotFound, own_cases, read_case
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import directory
from yichuang.rules.proxy.mandate import Mandate
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
REGION, DAY = "990100", date(2026, 3, 2)
USCC = "91990100MA9900001A"
UNIT = Person("organisation", "嘉宁示例有限公司", "uscc", USCC, "13800001111", legal_person="resident")
SELF = Person("person", "resident", "id", "350300198511151234", "13800002207")
MANDATE = Mandate(frozenset({"submit", "withdraw"}), DAY, date(2026, 3, 31))


def refused(code: str, act: Any, *args: Any) -> None:
    with pytest.raises(Refused) as fault:
        act(*args)
    assert fault.value.code == code


def link(city: City, who: str, person: Person, **more: str) -> Any:
    told = {"identity_no": person.identity_no, "phone": person.phone} | more
    wish = AccountLink(REGION, city.people[who].id, person.identity_kind, **told)
    return link_account(wish, city.ctx(who))


def handed_in(city: City, person: Person, who: str = "clerk") -> str:
    online = {"channel": "online", "user_id": city.people[who].id} if who != "clerk" else {"channel": "window"}
    return submit(Submission(city.instant, person, {}, **online), city.ctx(who)).no


def as_unit(city: City, who: str, day: date = DAY) -> Context:
    """The circumstances of somebody who chose to act as the organisation."""
    ctx, place = city.ctx(who, day), directory()
    chosen = capacity(city.people[who].id, USCC, place, day)
    return replace(ctx, directory=place, officer=replace(ctx.officer, capacity=chosen))


@pytest.fixture
def unit(city: City) -> Applicant:
    """The organisation, with a case handed in at the window, and its legal representative's log-in."""
    handed_in(city, UNIT)
    link(city, "resident", UNIT)
    return Applicant.objects.get(region_code=REGION, name=UNIT.name)


def named(city: City, unit: Applicant, who: str = "stranger", **more: Any) -> Any:
    told: dict[str, Any] = {"name": who, "username": who, "mandate": MANDATE} | more
    return name_person(PersonNaming(REGION, unit.id, **told), city.ctx("resident"))


def test_a_principal_sees_what_others_handed_in(city: City) -> None:
    agent = {"name": "stranger", "relation": "代理人"}
    wish = Submission(city.instant, SELF, {}, channel="online", user_id=city.people["stranger"].id, agent=agent)
    no = submit(wish, city.ctx("stranger")).no
    assert not own_cases(city.officer("resident"), REGION)
    link(city, "resident", SELF)
    assert [case.no for case in own_cases(city.officer("resident"), REGION)] == [no]
    assert [case.no for case in own_cases(city.officer("stranger"), REGION)] == [no]
    withdraw(Withdrawal(on(no)), city.ctx("resident"))
    assert list(examine(REGION, directory())) == []


@pytest.mark.parametrize("more", [{"phone": "13800009999"}, {"identity_no": "350300198511151250"}])
def test_a_log_in_that_does_not_fit(city: City, more: dict[str, str]) -> None:
    handed_in(city, SELF)
    refused("link_unknown", lambda: link(city, "resident", SELF, **more))
    refused("link_unknown", lambda: link(city, "stranger", SELF))


NEW = replace(SELF, phone="13800007777")


@pytest.mark.parametrize(("how", "fits"), [("window", True), ("online", False), ("proxy", False)])
def test_the_telephone_told_last_at_a_window_is_known(city: City, how: str, fits: bool) -> None:
    handed_in(city, SELF)
    agent = {"name": "x", "scope": ["submit"], "identity_no": "1"} if how == "proxy" else {}
    paper = {"power_of_attorney": {"originals": 1}}
    told = Submission(
        city.instant, NEW, {}, paper if agent else {}, "online" if how == "online" else "window", agent=agent
    )
    who = "stranger" if how == "online" else "clerk"
    submit(replace(told, user_id=city.people[who].id), city.ctx(who))
    if fits:
        assert link(city, "resident", NEW).seq == 1
        assert Applicant.objects.get(region_code=REGION).phone_hash == lookup_hash(SELF.phone)
    else:
        refused("link_unknown", lambda: link(city, "resident", NEW))


def test_nobody_takes_an_applicant_over(city: City) -> None:
    handed_in(city, SELF)
    assert link(city, "resident", SELF).seq == 1
    refused("link_taken", lambda: link(city, "resident", SELF))


def test_whom_the_organisation_named_acts_as_it(city: City, unit: Applicant) -> None:
    named(city, unit)
    assert [one.mandate for one in capacities(city.people["stranger"].id, directory(), DAY)] == [MANDATE]
    ctx = as_unit(city, "stranger")
    wish = Submission(city.instant, UNIT, {}, channel="online", user_id=city.people["stranger"].id)
    submit(wish, ctx)
    assert own_cases(ctx.officer, REGION).count() == 2  # its own, and the one from the window
    no = str(Case.objects.filter(region_code=REGION).earliest("id").no)
    withdraw(Withdrawal(on(no)), as_unit(city, "stranger"))
    assert list(examine(REGION, directory())) == []


def test_only_as_the_chosen_one(city: City, unit: Applicant) -> None:
    private = handed_in(city, replace(SELF, name="stranger", identity_no="350300199001011234"), "stranger")
    named(city, unit)
    ctx = as_unit(city, "stranger")
    with pytest.raises(NotFound):
        read_case(private, ctx.officer, ctx.directory)
    mine = Submission(city.instant, SELF, {}, channel="online", user_id=city.people["stranger"].id)
    refused("capacity_other", submit, mine, ctx)


def test_beyond_the_extent_and_after_its_end(city: City, unit: Applicant) -> None:
    named(city, unit, mandate=Mandate(frozenset({"supplement"}), DAY, None))
    wish = Submission(city.instant, UNIT, {}, channel="online", user_id=city.people["stranger"].id)
    refused("proxy_scope", submit, wish, as_unit(city, "stranger"))
    remove_person(PersonRemoval(REGION, unit.id, city.people["stranger"].id), city.ctx("resident", date(2026, 3, 3)))
    assert as_unit(city, "stranger", date(2026, 3, 3)).officer.capacity is None
    refused("not_authorised", submit, wish, city.ctx("stranger", date(2026, 3, 3)))


def test_who_left_has_no_more_of_it(city: City, unit: Applicant) -> None:
    named(city, unit)
    wish = Submission(city.instant, UNIT, {}, channel="online", user_id=city.people["stranger"].id)
    no, later = submit(wish, as_unit(city, "stranger")).no, date(2026, 3, 3)
    assert own_cases(city.officer("stranger"), REGION).count() == 1
    remove_person(PersonRemoval(REGION, unit.id, city.people["stranger"].id), city.ctx("resident", later))
    left = city.officer("stranger", later)
    assert not own_cases(left, REGION)
    with pytest.raises(NotFound):
        read_case(no, left, directory())
    assert read_case(no, city.officer("resident", later), directory()).no == no


def test_the_legal_representative_still_applies(city: City, unit: Applicant) -> None:
    named(city, unit)
    wish = Submission(city.instant, UNIT, {}, channel="online", user_id=city.people["resident"].id)
    assert submit(wish, city.ctx("resident")).no


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": "某人"}, "person_unknown"),
        ({"who": "resident"}, "person_oneself"),
        ({"mandate": Mandate(frozenset(), DAY, None)}, "person_scope"),
        ({"mandate": Mandate(frozenset({"submit"}), DAY, date(2026, 3, 1))}, "person_span"),
    ],
)
def test_whom_it_can_not_name(city: City, unit: Applicant, more: dict[str, Any], code: str) -> None:
    refused(code, lambda: named(city, unit, **more))


def test_only_the_legal_representative_names(city: City, unit: Applicant) -> None:
    wish = PersonNaming(REGION, unit.id, "stranger", "stranger", MANDATE)
    with pytest.raises(NotFound):
        name_person(wish, city.ctx("stranger"))
    refused("person_not_named", remove_person, PersonRemoval(REGION, unit.id, unit.user_id), city.ctx("resident"))
