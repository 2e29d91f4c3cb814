"""缴费: asked, assessed, notified the same day, paid, confirmed, lapsed."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.special.world import LAND, MINING, case, city_of, deciding, with_finance
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.fees.ask import FeeAsked, ask_fee
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.confirm import Confirmation, confirm_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.inspection.doctor import examine
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case
from yichuang.records.cases.reading import load
from yichuang.records.documents.models import Document
from yichuang.records.fees.models import Fee
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
NOTICE = date(2026, 3, 16)
FEE = {"采矿权使用费": 1200050}


@pytest.fixture
def mining(db: None) -> City:
    return city_of("cn.990000.land", fee={"payment": {**MINING, "before": "decision"}})


@pytest.fixture
def land(db: None) -> City:
    city = city_of("cn.990000.land", fee={"payment": LAND})
    with_finance(city)
    return city


def assessed(city: City) -> str:
    no = deciding(city, NOTICE)
    assess_fee(Assessment(on(no), FEE), city.ctx("reviewer", NOTICE))
    return no


def notified(city: City) -> str:
    no = assessed(city)
    notify_fee(FeeNotice(on(no)), city.ctx("clerk", NOTICE))
    return no


def land_notified(city: City) -> str:
    no = deciding(city, NOTICE)
    ask_fee(FeeAsked(on(no)), city.ctx("reviewer", NOTICE))
    assess_fee(Assessment(on(no), {LAND["charges"][0]["name"]: 100}), city.ctx("finance", NOTICE))  # type: ignore[index]
    notify_fee(FeeNotice(on(no)), city.ctx("clerk", NOTICE))
    return no


def test_the_notice_leads_to_where_one_pays_on_line(mining: City) -> None:
    for online, account in ((True, True), (True, False), (False, True)):
        no = assessed(mining)
        case = load("990100", no=no)
        assert case is not None
        user = mining.people["clerk"].id if account else None
        Applicant.objects.filter(id=case.applicant_id).update(user_id=user)
        notify_fee(FeeNotice(on(no), online), mining.ctx("clerk", NOTICE))
        fields = Document.objects.get(region_code="990100", case__no=no, kind="fee_notice").fields
        assert fields.get("pay_path") == (f"/my/cases/{no}/pay/" if online and account else None)


def test_it_works(mining: City) -> None:
    no = notified(mining)
    fee = Fee.objects.get(region_code="990100")
    assert (fee.notify_by, fee.notified_on, fee.pay_by) == (NOTICE, NOTICE, date(2026, 4, 15))
    assert case(no).payment_by == date(2026, 4, 15)
    assert Document.objects.get(region_code="990100", kind="fee_notice").fields["total"] == 1200050
    pay_fee(Payment(on(no), "00123456"), mining.ctx("clerk", date(2026, 4, 3)))
    assert case(no).certificate_by == date(2026, 4, 9)
    decide(Decision(on(no), True, "", "《矿产资源法》"), mining.ctx("deputy", date(2026, 4, 7)))
    assert case(no).certificate_by == date(2026, 4, 9)
    told = Document.objects.get(region_code="990100", kind="grant").fields
    assert (told["certificate_limit"]["number"], told["certificate_since"]) == (3, "缴清费用")
    issue(Issue(on(no)), mining.ctx("clerk", date(2026, 4, 8)))
    assert list(examine("990100", directory())) == []


def test_a_late_notice_stays_visible(mining: City) -> None:
    no = assessed(mining)
    notify_fee(FeeNotice(on(no)), mining.ctx("clerk", date(2026, 3, 17)))
    entry = Entry.objects.get(region_code="990100", verb="case.fee_notified")
    assert (entry.facts["late"], case(no).payment_by) == (True, date(2026, 4, 16))


def test_no_grant_before_the_payment(mining: City) -> None:
    no = notified(mining)
    refused("fee_unpaid", lambda: decide(Decision(on(no), True, "", "依据"), mining.ctx("deputy", NOTICE)))
    refused("fee_still_time", lambda: lapse_fee(Lapse(on(no)), mining.ctx("deputy", date(2026, 4, 15))))
    pay_fee(Payment(on(no), "1"), mining.ctx("clerk", NOTICE))
    refused("fee_not_assessed", lambda: pay_fee(Payment(on(no), "1"), mining.ctx("clerk", NOTICE)))


def test_what_ends_unpaid_is_paid_before_the_decision(db: None) -> None:
    """S0b-19.1: the item puts the payment before the certificate; a grant that nobody pays for could not be denied."""
    city = city_of("cn.990000.land", fee={"payment": {**MINING, "before": "certificate"}})
    no = notified(city)
    wish = Decision(on(no), True, "", "《矿产资源法》")
    refused("fee_unpaid", lambda: decide(wish, city.ctx("deputy", date(2026, 4, 7))))
    pay_fee(Payment(on(no), "00123456"), city.ctx("clerk", date(2026, 4, 7)))
    decide(wish, city.ctx("deputy", date(2026, 4, 7)))


def test_unpaid_is_denied_by_the_deputy_head(mining: City) -> None:
    no, late = notified(mining), date(2026, 4, 16)
    refused("signer_too_low", lambda: lapse_fee(Lapse(on(no)), mining.ctx("verifier", late)))
    lapse_fee(Lapse(on(no), "《办法》第十九条"), mining.ctx("deputy", late))
    assert (case(no).state, case(no).outcome) == ("decided", "denied")
    assert Document.objects.get(region_code="990100", kind="denial").fields["reason"].startswith("逾期未缴费")
    assert list(examine("990100", directory())) == []


def test_after_the_last_day_nothing_is_paid(mining: City) -> None:
    """R026, R028: what follows is the denial; the day on the slip counts, not the day on which it is entered."""
    no, late = notified(mining), mining.ctx("clerk", date(2026, 4, 16))
    refused("fee_overdue", lambda: pay_fee(Payment(on(no), "1"), late))
    refused("fee_overdue", lambda: pay_fee(Payment(on(no), "1", date(2026, 4, 16)), late))
    refused("fee_slip_day", lambda: pay_fee(Payment(on(no), "1", date(2026, 4, 17)), late))
    refused("fee_slip_day", lambda: pay_fee(Payment(on(no), "1", date(2026, 3, 15)), late))
    refused("typed_too_long", lambda: pay_fee(Payment(on(no), "1" * 41), mining.ctx("clerk", NOTICE)))
    pay_fee(Payment(on(no), "1" * 40, date(2026, 4, 15)), late)
    fee = Fee.objects.get(region_code="990100")
    assert (fee.paid_on, fee.voucher, case(no).certificate_by) == (date(2026, 4, 15), "1" * 40, date(2026, 4, 20))
    assert list(examine("990100", directory())) == []


def test_what_lapsed_waits_for_no_material(mining: City) -> None:
    no = notified(mining)
    Case.objects.filter(region_code="990100", no=no).update(tolerance_by=date(2026, 5, 1))
    lapse_fee(Lapse(on(no), "《办法》第十九条"), mining.ctx("deputy", date(2026, 4, 16)))
    assert case(no).tolerance_by is None


def test_a_denial_ends_the_payment(mining: City) -> None:
    no = notified(mining)
    decide(Decision(on(no), False, "存在矿业权纠纷", "依据"), mining.ctx("deputy", NOTICE))
    refused("fee_not_assessed", lambda: pay_fee(Payment(on(no), "1"), mining.ctx("clerk", NOTICE)))


def test_land_waits_for_the_finance_office(land: City) -> None:
    no = land_notified(land)
    assert case(no).payment_by == date(2026, 3, 30)
    refused("fee_not_paid", lambda: confirm_fee(Confirmation(on(no)), land.ctx("finance", NOTICE)))
    pay_fee(Payment(on(no), "7"), land.ctx("clerk", NOTICE))
    refused("fee_unpaid", lambda: decide(Decision(on(no), True, "", "依据"), land.ctx("deputy", NOTICE)))
    refused("fee_paid", lambda: pay_fee(Payment(on(no), "7"), land.ctx("clerk", NOTICE)))
    refused("fee_other_assessor", lambda: confirm_fee(Confirmation(on(no)), land.ctx("reviewer", NOTICE)))
    confirm_fee(Confirmation(on(no)), land.ctx("finance", NOTICE))
    decide(Decision(on(no), True, "", "依据"), land.ctx("deputy", NOTICE))
    assert list(examine("990100", directory())) == []


def test_land_unpaid_is_not_handled(land: City) -> None:
    no = land_notified(land)
    lapse_fee(Lapse(on(no)), land.ctx("deputy", date(2026, 3, 31)))
    assert (case(no).state, case(no).outcome) == ("closed", "unpaid")
    assert list(examine("990100", directory())) == []


def test_what_always_costs_is_assessed_first(land: City) -> None:
    no = deciding(land, NOTICE)
    refused("fee_unpaid", lambda: decide(Decision(on(no), True, "", "依据"), land.ctx("deputy", NOTICE)))
    refused("fee_not_assessed", lambda: notify_fee(FeeNotice(on(no)), land.ctx("clerk", NOTICE)))


def test_who_assesses(land: City) -> None:
    no, name = deciding(land, NOTICE), LAND["charges"][0]["name"]  # type: ignore[index]
    wish = Assessment(on(no), {name: 5})
    refused("fee_other_assessor", lambda: assess_fee(wish, land.ctx("reviewer", NOTICE)))
    ask_fee(FeeAsked(on(no)), land.ctx("reviewer", NOTICE))
    refused("fee_assessed_already", lambda: ask_fee(FeeAsked(on(no)), land.ctx("reviewer", NOTICE)))
    assess_fee(wish, land.ctx("finance", NOTICE))
    refused("fee_assessed_already", lambda: assess_fee(wish, land.ctx("finance", NOTICE)))


def test_what_may_not_be_charged(db: None) -> None:
    rows = [{"name": "服务费", "level": "local_rule", "basis": "某市政府规章"}]
    city = city_of("cn.990000.land", fee={"payment": {"charges": rows}})
    no, ctx = deciding(city), city.ctx("reviewer")
    refused("fee_basis_too_low", lambda: assess_fee(Assessment(on(no), {"服务费": 5}), ctx))
    refused("fee_not_listed", lambda: assess_fee(Assessment(on(no), {"押金": 5}), ctx))
    refused("fee_none", lambda: assess_fee(Assessment(on(no), {}), ctx))
    refused("fee_no_assessor", lambda: ask_fee(FeeAsked(on(no)), ctx))


def test_amounts_terms_and_vouchers(db: None) -> None:
    city = city_of("cn", fee={"payment": MINING})
    no, ctx = deciding(city), city.ctx("reviewer")
    refused("fee_term_missing", lambda: assess_fee(Assessment(on(no), FEE), ctx))
    refused("fee_amount", lambda: assess_fee(Assessment(on(no), {"采矿权使用费": 0}, 10), ctx))
    assess_fee(Assessment(on(no), FEE, 10), ctx)
    refused("fee_not_notified", lambda: pay_fee(Payment(on(no), "1"), city.ctx("clerk")))
    notify_fee(FeeNotice(on(no)), city.ctx("clerk"))
    refused("fee_notified_already", lambda: notify_fee(FeeNotice(on(no)), city.ctx("clerk")))
    refused("fee_voucher_missing", lambda: pay_fee(Payment(on(no), " "), city.ctx("clerk")))
    refused("fee_effect_none", lambda: lapse_fee(Lapse(on(no)), city.ctx("agency", date(2026, 5, 6))))
    decide(Decision(on(no), True, "", "依据"), city.ctx("agency"))
    refused("fee_unpaid", lambda: issue(Issue(on(no)), city.ctx("clerk")))
