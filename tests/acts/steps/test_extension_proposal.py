"""提请延期: where a norm has it so, the office in charge proposes and the deputy head approves (S0b-15.1)."""

from datetime import date, timedelta

import pytest

from tests.acts.city import City, build_city, on
from tests.acts.lives import to_decide, under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.papers.terms import extended_by
from yichuang.law.book import book
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.rules.clockwork.terms import clock_terms
from yichuang.rules.norms import Term, Unit
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 27)


@pytest.fixture
def land(db: None) -> City:
    return build_city("cn.990000.land")


def stage() -> Stage:
    return Stage.objects.get(region_code="990100", kind="extension")


def test_it_works(land: City) -> None:
    """R020: due 2026-03-30, proposed and approved on 03-27, then due 2026-04-14."""
    no = under_review(land)
    refused("extension_not_proposed", lambda: extend(Extension(on(no), 10, "界址复核"), land.ctx("deputy", DAY)))
    propose_extension(ExtensionProposal(on(no), 10, "界址须复核"), land.ctx("reviewer", DAY))
    assert (stage().particulars, stage().done_at) == ({"days": 10}, None)
    extend(Extension(on(no), 10, "界址复核"), land.ctx("deputy", DAY))
    assert Case.objects.get(region_code="990100", no=no).due_on == date(2026, 4, 14)
    assert stage().conclusion == "agree"


@pytest.mark.parametrize("who", ["reviewer", "verifier", "chief", "agency"])
def test_whoever_may_not_extend_hears_the_local_article(land: City, who: str) -> None:
    no = under_review(land)
    with pytest.raises(Refused) as said:
        extend(Extension(on(no), 10, "界址复核"), land.ctx(who, DAY))
    assert (said.value.code, said.value.basis) == ("extension_approver", "S0b-15.1")


def test_a_promise_that_has_gone_by_is_not_told_again(land: City) -> None:
    no = under_review(land)
    propose_extension(ExtensionProposal(on(no), 10, "界址须复核"), land.ctx("reviewer", DAY))
    extend(Extension(on(no), 10, "界址复核"), land.ctx("deputy", DAY))
    paper = Document.objects.get(region_code="990100", kind="extension").fields
    assert (paper["promised_due_on"], paper["due_on"], paper["was_due_on"]) == (None, "2026-04-14", "2026-03-30")


def test_one_may_not_approve_what_one_proposed(land: City) -> None:
    no = under_review(land)
    refused("extension_too_long", lambda: propose_extension(ExtensionProposal(on(no), 11, "复核"), land.ctx("deputy")))
    propose_extension(ExtensionProposal(on(no), 5, "复核"), land.ctx("deputy", DAY))
    refused("extension_own_proposal", lambda: extend(Extension(on(no), 5, "复核"), land.ctx("deputy", DAY)))
    refused(
        "extension_pending", lambda: propose_extension(ExtensionProposal(on(no), 5, "复核"), land.ctx("reviewer", DAY))
    )


def test_a_proposal_is_declined_or_outlived(land: City) -> None:
    no = to_decide(land)
    refused("extension_none_proposed", lambda: decline_extension(DeclinedExtension(on(no), "不必"), land.ctx("deputy")))
    propose_extension(ExtensionProposal(on(no), 5, "复核"), land.ctx("reviewer"))
    decline_extension(DeclinedExtension(on(no), "期限足够"), land.ctx("deputy"))
    assert (stage().conclusion, stage().opinion) == ("disagree", "期限足够")
    propose_extension(ExtensionProposal(on(no), 5, "再请"), land.ctx("reviewer"))
    decide(Decision(on(no), True, "", "《土地管理法》"), land.ctx("deputy"))
    assert not Stage.objects.filter(region_code="990100", kind="extension", done_at=None).exists()


@pytest.mark.parametrize(
    ("statutory", "promised", "told"),
    [
        (Unit.WORKING_DAY, Unit.WORKING_DAY, "5 个工作日"),
        (Unit.CALENDAR_DAY, Unit.CALENDAR_DAY, "5 日（按自然日计）"),
        (Unit.CALENDAR_DAY, Unit.WORKING_DAY, "5 日（法定时限按自然日、承诺时限按工作日计）"),
    ],
)
def test_an_extension_is_told_in_the_days_of_the_limit(statutory: Unit, promised: Unit, told: str) -> None:
    norms = book().norms("cn.990100", DAY)
    terms = clock_terms(norms, item_limit=Term(30, statutory, "XKF-42"), promised=Term(10, promised, ""))
    assert extended_by(5, terms) == told


def test_the_notice_tells_the_days_that_were_counted(city: City) -> None:
    city.promised.statutory_unit, city.promised.promised_number = "calendar_day", None
    no = under_review(city)
    was = Case.objects.get(region_code="990100", no=no).due_on
    extend(Extension(on(no), 7, "须现场复核"), city.ctx("agency", date(2026, 3, 9)))
    assert Case.objects.get(region_code="990100", no=no).due_on == was + timedelta(days=7)
    paper = Document.objects.get(region_code="990100", kind="extension").fields
    assert paper["length"] == "7 日（按自然日计）"
