"""备案: concluded on the spot or on the next working day, in two ways only."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted
from tests.acts.special.world import case, city_of, deciding
from tests.acts.test_refusals import refused
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
RECEIVED, DUE = date(2026, 9, 24), date(2026, 9, 28)  # 中秋 in between


@pytest.fixture
def chongqing(db: None) -> City:
    return city_of("cn.500000", filing={"exception": ""})


def paper_of(kind: str) -> dict[str, str]:
    """Return kind and number of the paper of a conclusion, as the receipt names it."""
    paper = Document.objects.get(region_code="990100", kind=kind)
    return {"kind": paper.title, "no": paper.no}


def delivered() -> list[dict[str, str]]:
    """Return what the receipt says was handed over."""
    papers: list[dict[str, str]] = Document.objects.get(region_code="990100", kind="delivery").fields["papers"]
    return papers


def test_it_works(chongqing: City) -> None:
    no = submitted(chongqing, RECEIVED)
    assert (case(no).answer_by, case(no).light_on) == (DUE, DUE)
    conclude_filing(FilingConclusion(on(no), True), chongqing.ctx("chief", DUE))
    assert (case(no).state, case(no).outcome) == ("decided", "filed")
    deliver(HandOver(on(no), "孙玉兰"), chongqing.ctx("clerk", DUE))
    assert (case(no).state, case(no).closed_on) == ("closed", DUE)
    assert delivered() == [paper_of("filed")]
    assert list(examine("990100", directory())) == []


def test_not_filed_lists_all_that_is_missing(chongqing: City) -> None:
    no = submitted(chongqing, RECEIVED)
    wish = FilingConclusion(on(no), False, ("位置图：缺少坐标", " ", "申请书：没有签字"))
    conclude_filing(wish, chongqing.ctx("chief", DUE))
    paper = Document.objects.get(region_code="990100", kind="not_filed")
    assert paper.fields["missing"] == ["位置图：缺少坐标", "申请书：没有签字"]
    assert case(no).outcome == "not_filed"
    deliver(HandOver(on(no), "孙玉兰"), chongqing.ctx("clerk", DUE))
    assert (case(no).state, delivered()) == ("closed", [paper_of("not_filed")])


def test_one_that_is_not_concluded_has_no_end(chongqing: City) -> None:
    no = submitted(chongqing, RECEIVED)
    refused("wrong_state", lambda: deliver(HandOver(on(no), "孙玉兰"), chongqing.ctx("clerk", RECEIVED)))


def test_nothing_else_may_be_concluded(chongqing: City) -> None:
    no, chief = submitted(chongqing, RECEIVED), chongqing.ctx("chief", DUE)
    refused("filing_nothing_missing", lambda: conclude_filing(FilingConclusion(on(no), False), chief))
    refused("filing_something_missing", lambda: conclude_filing(FilingConclusion(on(no), True, ("图",)), chief))
    no = deciding(chongqing)
    refused("filing_conclusion", lambda: decide(Decision(on(no), True, "", "依据"), chongqing.ctx("agency")))


def test_no_extension(chongqing: City) -> None:
    no = submitted(chongqing, RECEIVED)
    accept(Acceptance(on(no)), chongqing.ctx("clerk", RECEIVED))
    assert case(no).due_on == DUE
    chongqing.give("agency", "main_head")
    refused("filing_no_extension", lambda: extend(Extension(on(no), 5, "复杂"), chongqing.ctx("agency", RECEIVED)))


def test_exceptions_keep_their_own_limit(db: None) -> None:
    city = city_of("cn.500000", filing={"exception": "建设工程竣工验收备案"})
    no = submitted(city, RECEIVED)
    accept(Acceptance(on(no)), city.ctx("clerk", RECEIVED))
    assert case(no).due_on is not None
    assert case(no).due_on > DUE


def test_what_is_no_filing(db: None) -> None:
    city = city_of("cn.500000")
    no = submitted(city, RECEIVED)
    refused("filing_none", lambda: conclude_filing(FilingConclusion(on(no), True), city.ctx("chief", DUE)))
