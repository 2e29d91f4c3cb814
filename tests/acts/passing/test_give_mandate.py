"""登记新的委托: who acts for the applicant from now on, while the case runs; the clock stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.passing.test_end_mandate import handed_in
from tests.acts.passing.test_proxy import NUMBER, refused
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.intake.submit import Person, submit
from yichuang.acts.passing.end_mandate import MandateEnd, end_mandate
from yichuang.acts.passing.give_mandate import MandateGiven, give_mandate
from yichuang.records.applicants.models import Applicant
from yichuang.records.applicants.vault import unseal
from yichuang.records.cases.access import own_cases
from yichuang.records.cases.models import Case, Material
from yichuang.records.ledger.models import Entry

pytestmark = pytest.mark.django_db
OTHER = "350300198801011234"


def given(no: str, **more: Any) -> MandateGiven:
    told: dict[str, Any] = {
        "name": "周宁", "identity_no": OTHER, "scope": ("withdraw",), "ends_on": date(2026, 3, 31), "attorney": True,
    }  # fmt: skip
    return MandateGiven(on(no), **told | more)


def at_window(city: City) -> str:
    return submit(city.submission(city.promised), city.ctx("clerk")).no


def test_it_works(city: City) -> None:
    no = at_window(city)
    before = Case.objects.get(region_code="990100", no=no)
    give_mandate(given(no), city.ctx("clerk"))
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.agent["name"], case.agent["scope"], case.agent["starts_on"]) == ("周宁", ["withdraw"], "2026-03-02")
    assert OTHER not in str(case.agent)
    assert unseal(case.agent["identity_cipher"], case.id) == OTHER
    assert (case.state, case.answer_by) == (before.state, before.answer_by)
    paper = Material.objects.get(region_code="990100", case_id=case.id, key__startswith="power_of_attorney_")
    assert (paper.originals, paper.verdict) == (1, "ok")
    facts = Entry.objects.get(region_code="990100", verb="case.mandate_given").facts
    assert (facts["by"], facts["ends_on"]) == ("paper", "2026-03-31")


def test_the_applicant_declares_it_himself(city: City) -> None:
    no = handed_in(city)
    end_mandate(MandateEnd(on(no)), city.ctx("resident"))
    give_mandate(given(no, attorney=False), city.ctx("resident"))
    assert Entry.objects.get(region_code="990100", verb="case.mandate_given").facts["by"] == "online"
    refused("proxy_ended", withdraw, Withdrawal(on(no)), city.ctx("stranger"))  # the former one stays out
    refused("proxy_ended", end_mandate, MandateEnd(on(no)), city.ctx("stranger"))
    withdraw(Withdrawal(on(no)), city.ctx("resident"))


def test_a_proxy_with_a_log_in_finds_the_case_among_his(city: City) -> None:
    no, number = at_window(city), "35030019880101123X"  # its last digit is right: else nobody is known by it
    himself = Person("person", "周宁", "id", number, "13900000001")
    submit(replace(city.submission(city.promised), person=himself), city.ctx("clerk"))
    Applicant.objects.filter(region_code="990100", name="周宁").update(user=city.people["stranger"])
    assert no not in own_cases(city.officer("stranger"), "990100").values_list("no", flat=True)
    give_mandate(given(no, identity_no=number), city.ctx("clerk"))
    assert no in own_cases(city.officer("stranger"), "990100").values_list("no", flat=True)


def test_the_same_proxy_brings_a_wider_power(city: City) -> None:
    no = handed_in(city, scope=["submit"])
    refused("proxy_scope", withdraw, Withdrawal(on(no)), city.ctx("stranger"))
    give_mandate(given(no, name="何静", identity_no=NUMBER), city.ctx("clerk"))
    withdraw(Withdrawal(on(no)), city.ctx("stranger"))


def test_nobody_passes_on_his_power(city: City) -> None:
    refused("mandate_not_yours", give_mandate, given(handed_in(city)), city.ctx("stranger"))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"attorney": False}, "attorney_missing"), ({"scope": ()}, "proxy_untold"), ({"name": " "}, "proxy_untold"),
        ({"scope": ("sell",)}, "proxy_untold"), ({"ends_on": None}, "mandate_undated"),
        ({"ends_on": date(2026, 3, 1)}, "proxy_over"), ({"name": "长" * 61}, "typed_too_long"),
    ],
)  # fmt: skip
def test_what_is_refused(city: City, more: dict[str, Any], code: str) -> None:
    no = at_window(city)
    refused(code, give_mandate, given(no, **more), city.ctx("clerk"))
    assert Case.objects.get(region_code="990100", no=no).agent == {}


def test_two_proxies_at_once(city: City) -> None:
    refused("mandate_running", give_mandate, given(handed_in(city)), city.ctx("clerk"))


def test_where_one_has_to_appear(city: City) -> None:
    no = at_window(city)
    city.promised.guide = city.promised.guide | {"in_person": "《居民身份证法》第十条"}
    city.promised.save()
    refused("in_person", give_mandate, given(no), city.ctx("clerk"))
