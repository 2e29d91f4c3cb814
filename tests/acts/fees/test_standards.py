"""收费标准: proposed by one with the authority's document, put in force by another, never before its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.fees.desk import DAY, REGION, mining_city, with_second_manager
from tests.acts.test_refusals import refused
from yichuang.acts.fees.books.answer_standard import StandardAnswer, answer_standard
from yichuang.acts.fees.books.propose_standard import StandardProposal, propose_standard
from yichuang.acts.inspection.doctor import examine
from yichuang.records.fees.standards import proposals, standards_on
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.rules.fees.standards import Standard

pytestmark = pytest.mark.django_db
NEW = Standard(new_id(), "采矿权使用费", "平方公里", 100000, "矿业权费标准", DAY, document_no="嘉发改价格〔2026〕1号")


@pytest.fixture
def city(db: None) -> City:
    return with_second_manager(mining_city())


def propose(city: City, who: str = "manager", **changes: object) -> None:
    wish = StandardProposal(REGION, city.promised.id, replace(NEW, **changes))  # type: ignore[arg-type]
    propose_standard(wish, city.ctx(who, DAY))


def in_force(city: City) -> list[int]:
    return [row.price for row in standards_on(REGION, city.promised.item_id, DAY).values()]


def test_two_persons_put_a_standard_in_force(city: City) -> None:
    propose(city)
    (row,) = proposals(REGION)
    answer = StandardAnswer(REGION, row.id, agree=True)
    assert in_force(city) == []
    refused("same_person", lambda: answer_standard(answer, city.ctx("manager", DAY)))
    refused("not_yours", lambda: answer_standard(answer, city.ctx("clerk", DAY)))
    refused("standard_early", lambda: answer_standard(answer, city.ctx("second", date(2026, 3, 17))))
    answer_standard(answer, city.ctx("second", DAY))
    refused("standard_answered", lambda: answer_standard(answer, city.ctx("second", DAY)))
    assert in_force(city) == [100000]
    assert list(examine(REGION, directory())) == []


def test_what_is_sent_back_never_begins(city: City) -> None:
    propose(city, "second")
    (row,) = proposals(REGION)
    no = StandardAnswer(REGION, row.id, agree=False)
    refused("reason_missing", lambda: answer_standard(no, city.ctx("manager", DAY)))
    answer_standard(replace(no, words="文号与文件不符"), city.ctx("manager", DAY))
    propose(city, "second", price=1)
    assert [(one.number, one.state) for one in proposals(REGION)] == [(2, "proposed")]
    assert in_force(city) == []


@pytest.mark.parametrize("told", ["", "价格文件", "〔2026〕1号", "嘉发改价格2026年1号", "嘉发改价格〔2026〕号"])
def test_without_the_authority_s_number_nothing_is_proposed(city: City, told: str) -> None:
    refused("standard_document", lambda: propose(city, document_no=told))
