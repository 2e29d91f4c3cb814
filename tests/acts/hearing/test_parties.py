"""Interested parties: told, heard, and the decision waits for them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import under_rules, waiting_for_decision
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.tell_interested import InterestedNotice, tell_interested
from yichuang.acts.inspection.doctor import examine
from yichuang.records.documents.models import Document
from yichuang.records.hearings.models import InterestedParty
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


def notice(no: str, name: str = "周文静") -> InterestedNotice:
    return InterestedNotice(on(no), name, "下游取水户，水量可能减少", "13800002208", "安岭区柳巷 3 号")


def parties() -> list[InterestedParty]:
    return list(InterestedParty.objects.filter(region_code="990100"))


def decision(no: str) -> Decision:
    return Decision(on(no), True, "", "《水法》")


def test_it_works(city: City) -> None:
    no = waiting_for_decision(city)
    tell_interested(notice(no), city.ctx("reviewer", FRIDAY))
    assert parties()[0].answer_by == date(2026, 3, 13)
    refused("interested_not_heard", lambda: decide(decision(no), city.ctx("agency", date(2026, 3, 13))))
    hear_statement(Statement(on(no), parties()[0].id, "没有意见"), city.ctx("reviewer", date(2026, 3, 10)))
    refused("hearing_right_open", lambda: decide(decision(no), city.ctx("agency", date(2026, 3, 13))))
    decide(decision(no), city.ctx("agency", date(2026, 3, 16)))
    assert list(examine("990100", directory())) == []


def test_a_telephone_that_reaches_nobody(city: City) -> None:
    no = waiting_for_decision(city)
    refused("party_phone", lambda: tell_interested(replace(notice(no), phone="abc"), city.ctx("reviewer", FRIDAY)))
    tell_interested(replace(notice(no), phone="0551-62810000"), city.ctx("reviewer", FRIDAY))


def test_silence_until_the_last_day_is_enough(city: City) -> None:
    no = waiting_for_decision(city)
    tell_interested(notice(no), city.ctx("reviewer", FRIDAY))
    decide(decision(no), city.ctx("agency", date(2026, 3, 16)))


def test_a_flagged_item_waits_for_the_notice(city: City) -> None:
    under_rules(city, interested=True)
    no = waiting_for_decision(city)
    refused("interested_not_told", lambda: decide(decision(no), city.ctx("agency", FRIDAY)))
    tell_interested(InterestedNotice(on(no), "", "取水口下游无其他取水户"), city.ctx("reviewer", FRIDAY))
    decide(decision(no), city.ctx("agency", FRIDAY))


def test_the_applicant_sees_nothing_of_the_party(city: City) -> None:
    no = under_review(city)
    tell_interested(notice(no), city.ctx("reviewer"))
    papers = {
        row.kind: row for row in Document.objects.filter(region_code="990100", drawn_at__gte=city.ctx("clerk").at)
    }
    assert papers["interested"].public is False
    assert "周文静" not in str(papers["hearing_right"].fields)
    entry = Entry.objects.get(region_code="990100", verb="case.interested_told")
    assert "周文静" not in str(entry.facts)
    assert "柳巷" not in str(entry.facts)
    assert "13800002208" not in parties()[0].phone_cipher


def test_refusals(city: City) -> None:
    no = under_review(city)
    refused("interest_missing", lambda: tell_interested(InterestedNotice(on(no), "周", " "), city.ctx("reviewer")))
    refused("not_yours", lambda: tell_interested(notice(no), city.ctx("clerk")))
    tell_interested(notice(no), city.ctx("reviewer"))
    party = parties()[0].id
    refused("party_unknown", lambda: hear_statement(Statement(on(no), uuid4(), "有"), city.ctx("reviewer")))
    refused("statement_missing", lambda: hear_statement(Statement(on(no), party, " "), city.ctx("reviewer")))
    hear_statement(Statement(on(no), party, "反对"), city.ctx("reviewer"))
    refused("stated_already", lambda: hear_statement(Statement(on(no), party, "再说"), city.ctx("reviewer")))
