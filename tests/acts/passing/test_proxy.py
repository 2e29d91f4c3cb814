"""代理申请 through the acts: both identities kept, the number sealed, each act within the scope."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.acts.passing.proxy import with_attorney
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import own_cases
from yichuang.records.cases.models import Case, Material
from yichuang.records.org.directory import forget
from yichuang.records.org.models import AuthorisedPerson
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
NUMBER = "350300199001011234"
PROXY = {"name": "何静", "identity_no": NUMBER, "scope": ["submit"], "starts_on": "2026-03-01", "ends_on": "2026-03-31"}
PAPER = {"power_of_attorney": {"files": [{"digest": "0" * 64, "name": "委托书.pdf", "size": 1}]}}


def wish(city: City, *, at_window: bool = False, **agent: Any) -> Submission:
    user = None if at_window else city.people["stranger"].id
    plain = city.submission(city.instant, channel="window" if at_window else "online", user_id=user)
    return replace(plain, agent=PROXY | agent, materials=PAPER)


def refused(code: str, act: Any, *args: Any) -> None:
    with pytest.raises(Refused) as fault:
        act(*args)
    assert fault.value.code == code


def test_it_works(city: City) -> None:
    no = submit(wish(city), city.ctx("stranger")).no
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.applicant_name, case.agent["name"]) == ("孙玉兰", "何静")
    assert NUMBER not in str(case.agent)
    assert unseal(case.agent["identity_cipher"], case.id) == NUMBER
    assert Material.objects.get(region_code="990100", case_id=case.id, key="power_of_attorney").name == "授权委托书"
    assert list(own_cases(city.officer("stranger"), "990100")) == [case]


def test_no_library_has_the_power_of_attorney() -> None:
    slot = {"key": "paper", "name": "代办人身份证和委托书", "share_exempt": True, "deferrable": True, "required": False}
    there = {"share_exempt": False, "deferrable": False, "required": True}
    assert with_attorney([slot]) == [slot | there]


def test_beyond_the_scope_and_the_term(city: City) -> None:
    no = submit(wish(city), city.ctx("stranger")).no
    refused("proxy_scope", withdraw, Withdrawal(on(no)), city.ctx("stranger"))
    no = submit(wish(city, scope=["submit", "withdraw"]), city.ctx("stranger")).no
    refused("proxy_over", withdraw, Withdrawal(on(no)), city.ctx("stranger", date(2026, 4, 1)))
    withdraw(Withdrawal(on(no)), city.ctx("stranger", date(2026, 3, 31)))


@pytest.mark.parametrize(
    ("agent", "code"),
    [
        ({"ends_on": "2026-03-01"}, "proxy_over"),
        ({"scope": ["receive"]}, "proxy_scope"),
        ({"identity_no": ""}, "proxy_untold"),
    ],
)
def test_what_is_refused(city: City, agent: dict[str, Any], code: str) -> None:
    refused(code, submit, wish(city, **agent), city.ctx("stranger"))


def test_without_the_paper(city: City) -> None:
    refused("attorney_missing", submit, replace(wish(city), materials={}), city.ctx("stranger"))


def test_an_item_that_asks_for_it_anyway_asks_once(city: City) -> None:
    own = {"key": "map", "name": "授权委托书及代办人身份证明", "required": False}
    city.instant.materials = [city.instant.materials[0], own]
    refused("attorney_missing", submit, replace(wish(city), materials={}), city.ctx("stranger"))
    told = replace(wish(city), materials={"map": PAPER["power_of_attorney"]})
    no = submit(told, city.ctx("stranger")).no
    rows = Material.objects.filter(region_code="990100", case__no=no).order_by("position")
    assert [(row.key, row.required) for row in rows] == [("form", True), ("map", True)]


def test_an_item_that_asks_for_the_applicant_himself(city: City) -> None:
    city.instant.guide = {"in_person": "《出境入境管理法》第十条"}
    refused("in_person", submit, wish(city), city.ctx("stranger"))
    plain = city.submission(city.instant, channel="online", user_id=city.people["stranger"].id)
    assert submit(plain, city.ctx("stranger")).no


@pytest.mark.parametrize(("scope", "fine"), [(["submit", "receive"], True), (["submit"], False)])
def test_the_result_goes_to_the_proxy_only_with_his_power(city: City, scope: list[str], fine: bool) -> None:
    no = submit(wish(city, at_window=True, scope=scope), city.ctx("clerk")).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    decide(Decision(on(no), True, "", "《社会保险法》"), city.ctx("chief"))
    issue(Issue(on(no)), city.ctx("clerk"))
    taken = HandOver(on(no), "何静", relation="代理人")
    if not fine:
        refused("proxy_scope", deliver, taken, city.ctx("clerk"))
        taken = HandOver(on(no), "孙玉兰")
    deliver(taken, city.ctx("clerk"))


def test_a_unit_that_named_its_people(city: City) -> None:
    unit = Person("organisation", "嘉宁示例有限公司", "uscc", "91990100MA9900001A")
    apply_ = Submission(city.instant, unit, {}, channel="online", user_id=city.people["stranger"].id)
    AuthorisedPerson.objects.create(
        user=city.people["resident"], organisation=unit.name, uscc=unit.identity_no, scope=["submit"],
        starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 31),
    )  # fmt: skip
    forget()
    refused("not_authorised", submit, apply_, city.ctx("stranger"))
    named = replace(apply_, user_id=city.people["resident"].id)
    assert submit(named, city.ctx("resident")).no
    refused("not_authorised", submit, named, city.ctx("resident", date(2026, 4, 1)))
