"""Bans: one year after false material, three after fraud, for matters of safety only."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.certificate.lives import DAY, issued, of, proposed
from tests.acts.city import City, on
from tests.acts.hearing.lives import under_rules, waiting_for_decision
from tests.acts.lives import submitted
from tests.acts.test_refusals import refused
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.submit import submit
from yichuang.faces.terminal.demo.people import company
from yichuang.records.applicants.models import Ban
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def denied(city: City) -> None:
    no = waiting_for_decision(city)
    wish = Decision(on(no), False, "提供了虚假的水质报告", "《水法》", false_material=True)
    decide(wish, city.ctx("agency", DAY))


def test_false_material_bars_for_a_year(city: City) -> None:
    under_rules(city, safety=True)
    denied(city)
    refused("banned", lambda: submitted(city, date(2027, 3, 5)))
    refused("banned", lambda: submit(city.submission(city.promised), city.ctx("clerk", date(2027, 3, 5))))
    assert submitted(city, date(2027, 3, 8))
    letter = Document.objects.get(region_code="990100", kind="denial")
    assert letter.fields["banned_until"] == "2027-03-05"
    assert list(examine("990100", directory())) == []


def test_other_items_and_ordinary_ones_stay_open(city: City) -> None:
    denied(city)
    assert not Ban.objects.filter(region_code="990100").exists()
    assert submitted(city, DAY)
    under_rules(city, safety=True)
    denied(city)
    assert submit(city.submission(city.instant), city.ctx("clerk", DAY))


def test_a_refusal_of_acceptance_bars_too(city: City) -> None:
    under_rules(city, safety=True)
    no = submitted(city)
    wish = AcceptanceRefusal(on(no), "提供虚假材料", "许可法第七十八条", false_material=True)
    refuse_acceptance(wish, city.ctx("clerk"))
    assert Ban.objects.get(region_code="990100").until == date(2027, 3, 1)
    refused("banned", lambda: submitted(city, date(2026, 4, 1)))


def test_fraud_bars_for_three_years(city: City) -> None:
    under_rules(city, safety=True)
    issued(city)
    proposed(city, "revoked", "fraud")
    revoke(Revocation(of()), city.ctx("agency", DAY))
    assert Ban.objects.get(region_code="990100").until == date(2029, 3, 5)
    refused("banned", lambda: submitted(city, date(2029, 3, 5)))
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize(("first", "again"), [("uscc", "org"), ("org", "uscc"), ("uscc", "uscc"), ("org", "org")])
def test_a_unit_is_barred_under_its_old_number_and_its_new_one(city: City, first: str, again: str) -> None:
    under_rules(city, safety=True)
    code = company(1).identity_no
    number = {"uscc": code, "org": f"{code[8:16]}-{code[16]}"}
    unit = {kind: replace(company(1), identity_kind=kind, identity_no=no) for kind, no in number.items()}
    wish = replace(city.submission(city.promised), person=unit[first])
    no = submit(wish, city.ctx("clerk")).no
    refuse_acceptance(
        AcceptanceRefusal(on(no), "提供虚假材料", "许可法第七十八条", false_material=True), city.ctx("clerk")
    )
    refused("banned", lambda: submit(replace(wish, person=unit[again]), city.ctx("clerk", date(2026, 4, 1))))
    assert submit(replace(wish, person=company(2)), city.ctx("clerk", date(2026, 4, 1)))


def test_who_is_barred_stands_nowhere_in_clear(city: City) -> None:
    under_rules(city, safety=True)
    denied(city)
    ban = Ban.objects.get(region_code="990100")
    assert ban.identity_hash not in str(Entry.objects.get(region_code="990100", verb="case.decided").facts)
