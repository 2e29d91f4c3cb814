"""容缺: accepted with materials outstanding; completed, expired, failed."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted
from tests.acts.special.world import case, city_of, equip, tolerated
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.sweep import sweep
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.recover import Recovery, recover
from yichuang.records.cases.models import Material, Stage
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
LAST, NEXT = date(2026, 4, 1), date(2026, 4, 2)
FILE = {"digest": "0" * 64, "name": "图.pdf", "media_type": "application/pdf", "size": 3}


@pytest.fixture
def quanzhou(db: None) -> City:
    return city_of("cn.350500")


@pytest.fixture
def jianing(db: None) -> City:
    return city_of("cn.990100")


def decided(city: City, no: str) -> None:
    route(Routing(on(no)), city.ctx("clerk"))
    review(Review(on(no), True, "同意"), city.ctx("reviewer"))
    verify(Verification(on(no), True, "同意"), city.ctx("verifier"))
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))


def test_it_works(quanzhou: City) -> None:
    no = tolerated(quanzhou)
    assert (case(no).state, case(no).tolerance_by) == ("accepted", LAST)
    paper = Document.objects.get(region_code="990100", kind="tolerance")
    assert (paper.fields["missing"], paper.fields["until"]) == (["位置图"], "2026-04-01")
    complete_tolerance(Completion(on(no), checked=frozenset({"map"})), quanzhou.ctx("clerk", LAST))
    assert case(no).tolerance_by is None
    assert Material.objects.get(region_code="990100", key="map").verdict == "ok"
    assert list(examine("990100", directory())) == []


def test_without_a_norm_nothing_may_come_later(city: City) -> None:
    equip(city)
    no = submitted(city)
    refused("tolerance_unknown", lambda: tolerated_act(city, no))


def tolerated_act(city: City, no: str, *, promised: bool = True, late: str = "map") -> None:
    accept(Acceptance(on(no), {late: "deferred"}, promised=promised), city.ctx("clerk"))


def test_only_the_green_channel_in_quanzhou(quanzhou: City) -> None:
    no = submitted(quanzhou)
    refused("tolerance_scope", lambda: tolerated_act(quanzhou, no))


def test_a_main_document_or_no_promise(jianing: City) -> None:
    no = submitted(jianing)
    refused("tolerance_main", lambda: tolerated_act(jianing, no, late="form"))
    refused("tolerance_no_promise", lambda: tolerated_act(jianing, no, promised=False))


def test_what_came_in_time_is_checked_later(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    complete_tolerance(Completion(on(no), {"map": [FILE]}), jianing.ctx("resident", LAST))
    assert case(no).tolerance_by == LAST
    refused("tolerance_unchecked", lambda: fail_tolerance(Failure(on(no)), jianing.ctx("agency", NEXT)))
    complete_tolerance(Completion(on(no), checked=frozenset({"map"})), jianing.ctx("clerk", NEXT))
    assert case(no).tolerance_by is None


def test_nothing_comes_after_the_day(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    late = jianing.ctx("resident", NEXT)
    refused("tolerance_over", lambda: complete_tolerance(Completion(on(no), {"map": [FILE]}), late))
    window = jianing.ctx("clerk", NEXT)
    refused("tolerance_over", lambda: complete_tolerance(Completion(on(no), checked=frozenset({"map"})), window))


def test_the_applicant_checks_nothing_himself(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    wish = Completion(on(no), checked=frozenset({"map"}))
    refused("tolerance_nothing", lambda: complete_tolerance(wish, jianing.ctx("resident", LAST)))


def test_no_certificate_before_all_is_checked(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    decided(jianing, no)
    refused("tolerance_incomplete", lambda: issue(Issue(on(no)), jianing.ctx("clerk")))
    complete_tolerance(Completion(on(no), checked=frozenset({"map"})), jianing.ctx("clerk"))
    issue(Issue(on(no)), jianing.ctx("clerk"))
    refused("tolerance_none", lambda: complete_tolerance(Completion(on(no)), jianing.ctx("clerk")))


def test_the_sweep_opens_the_task_on_the_next_day(quanzhou: City) -> None:
    no = tolerated(quanzhou)
    at = quanzhou.ctx("system", LAST).at
    assert sweep(at).expired == 0
    assert sweep(quanzhou.ctx("system", NEXT).at).expired == 1
    assert sweep(quanzhou.ctx("system", NEXT, hour=12).at).expired == 0
    refused("tolerance_expired", lambda: expire_tolerance(Expiry(on(no)), quanzhou.ctx("system", NEXT)))
    assert Stage.objects.filter(region_code="990100", kind="recovery", done_at=None).count() == 1
    refused("tolerance_running", lambda: fail_tolerance(Failure(on(no)), quanzhou.ctx("agency", LAST)))
    fail_tolerance(Failure(on(no)), quanzhou.ctx("agency", NEXT))
    assert (case(no).state, case(no).outcome, case(no).tolerance_by) == ("closed", "lapsed", None)
    assert list(examine("990100", directory())) == []


def test_the_paper_says_that_a_grant_was_made_before(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    decided(jianing, no)
    fail_tolerance(Failure(on(no)), jianing.ctx("agency", NEXT))
    paper = Document.objects.get(region_code="990100", kind="lapsed")
    assert paper.fields["granted_on"] == "2026-03-02"
    assert case(no).outcome == "lapsed"


def test_what_is_withdrawn_owes_nothing(quanzhou: City) -> None:
    no = tolerated(quanzhou)
    withdraw(Withdrawal(on(no), "不办了"), quanzhou.ctx("resident"))
    assert (case(no).outcome, case(no).tolerance_by) == ("withdrawn", None)
    assert sweep(quanzhou.ctx("system", NEXT).at).expired == 0


def test_a_certificate_that_is_out_is_to_be_recovered(quanzhou: City) -> None:
    no = tolerated(quanzhou)
    decided(quanzhou, no)
    issue(Issue(on(no)), quanzhou.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), quanzhou.ctx("clerk"))
    fail_tolerance(Failure(on(no), "已多次催促"), quanzhou.ctx("agency", NEXT))
    assert (case(no).state, case(no).outcome) == ("closed", "granted")
    assert Stage.objects.filter(region_code="990100", kind="recovery", done_at=None).count() == 1
    leader = quanzhou.ctx("agency", NEXT)
    refused("recovery_still_valid", lambda: recover(Recovery(on(no), "已收回"), leader))
    assert list(examine("990100", directory())) == []
