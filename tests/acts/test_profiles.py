"""What single sentences of the local texts ask for, driven through the acts under their profile."""

from datetime import date

import pytest

from tests.acts.city import City, build_city, on
from tests.acts.lives import submitted, to_decide
from tests.acts.passing.test_window_powers import granted
from tests.acts.test_refusals import refused
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.return_refusal import ReturnedRefusal, return_refusal
from yichuang.acts.passing.sign_for import SigningFor, sign_for
from yichuang.records.cases.models import Case, Stage
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting, User
from yichuang.rules.joint.conclusions import Particulars

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


def paper(no: str, kind: str) -> dict[str, object]:
    fields: dict[str, object] = Document.objects.get(region_code="990100", case__no=no, kind=kind).fields
    return fields


def test_putian_two_clerks_are_still_the_window(db: None) -> None:
    """S3-二(三)2 窗口无否决权."""
    city = build_city("cn.350300")
    city.people["second"] = User.objects.create(username="second", display_name="second")
    Posting.objects.create(
        user=city.people["second"], role="window_clerk", centre=city.centre, department=city.department,
        window=city.window, starts_on=date(2020, 1, 1),
    )  # fmt: skip
    forget()
    no = submitted(city)
    propose_refusal(RefusalProposal(on(no), "不属于本机关"), city.ctx("clerk"))
    wish = AcceptanceRefusal(on(no), "不属于本机关", "许可法第三十二条", "省水利厅")
    refused("refusal_second_person", lambda: refuse_acceptance(wish, city.ctx("second")))
    refuse_acceptance(wish, city.ctx("chief"))


def test_nothing_contradicts_a_proposed_refusal_until_it_is_returned(city: City) -> None:
    no = submitted(city)
    propose_refusal(RefusalProposal(on(no), "不属于本机关"), city.ctx("clerk"))
    correction = CorrectionNotice(on(no), {"map": "请补坐标"})
    refused("refusal_pending", lambda: notify_correction(correction, city.ctx("clerk")))
    refused("refusal_pending", lambda: accept(Acceptance(on(no)), city.ctx("clerk")))
    return_refusal(ReturnedRefusal(on(no), "属于本机关，请补正"), city.ctx("chief"))
    notify_correction(correction, city.ctx("clerk"))
    assert Case.objects.get(region_code="990100", no=no).state == "correcting"


def test_putian_tells_at_acceptance_how_the_result_is_handed_out(db: None) -> None:
    """S3-附件二(二)1 批准文书发放方式、收费状况."""
    city = build_city("cn.350300")
    no = submitted(city)
    accept(Acceptance(on(no)), city.ctx("clerk"))
    told = paper(no, "acceptance")
    assert (told["handing_out"], told["fee"], told["receiver"]) == ("到出件窗口领取", "本事项不收费", "clerk")


def test_the_land_office_signs_for_what_it_is_to_judge(db: None) -> None:
    """S0b-8: the receiver signs; within four days of the receipt of the material."""
    city = build_city("cn.990000.land")
    no = submitted(city)
    ask(Ask(on(no), "accept_opinion", (city.department.id,), "可否受理？"), city.ctx("clerk"))
    sign_for(SigningFor(on(no)), city.ctx("reviewer", DAY))
    stage = Stage.objects.get(region_code="990100", kind="accept_opinion")
    assert (stage.picked_up_on, stage.due_on) == (DAY, date(2026, 3, 6))
    refused("signed_for_already", lambda: sign_for(SigningFor(on(no)), city.ctx("reviewer", DAY)))


def test_the_land_office_decides_that_no_approval_is_needed(db: None) -> None:
    """S0b-6(3): told, and a decision not to accept on the spot; the law itself only has it told."""
    land = build_city("cn.990000.land")
    no = submitted(land)
    refused("not_needed_by_decision", lambda: tell_not_needed(NotNeeded(on(no), "无须审批"), land.ctx("clerk")))
    refuse_acceptance(AcceptanceRefusal(on(no), "无须审批", "许可法第三十二条", not_needed=True), land.ctx("clerk"))
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.state, case.outcome, case.closed_on) == ("closed", "refused", date(2026, 3, 2))
    assert "review_limit" in paper(no, "refusal")


def test_elsewhere_it_is_told_that_no_approval_is_needed(city: City) -> None:
    no = submitted(city)
    wish = AcceptanceRefusal(on(no), "无须审批", "许可法第三十二条", not_needed=True)
    refused("not_needed_is_told", lambda: refuse_acceptance(wish, city.ctx("clerk")))


def test_pingliang_without_the_power_to_accept_nothing_is_turned_away(db: None) -> None:
    """S1-二2 受理决定权: to accept, not to accept, and to tell that nothing is needed."""
    city = build_city("cn.620800")
    granted(city, frozenset({"delivery"}))
    no = submitted(city)
    told = NotNeeded(on(no), "依法不需要许可")
    refused("power_not_granted", lambda: tell_not_needed(told, city.ctx("clerk")))
    wish = AcceptanceRefusal(on(no), "不属于本机关", "许可法第三十二条", "省水利厅")
    refused("power_not_granted", lambda: refuse_acceptance(wish, city.ctx("clerk")))


def test_chongqing_an_agreement_tells_fee_pickup_and_requirements(db: None) -> None:
    """S0h-二(二)1, R051: 1200.00 yuan stands on the conclusion, of the lead alone too."""
    city = build_city("cn.500000")
    no = to_decide(city)
    carried = Particulars("1200.00", "窗口缴纳", "凭身份证领取", "施工前备案")
    for grant, told, code in ((False, carried, "particulars_misplaced"), (True, Particulars("一千"), "fee_malformed")):
        wish = Decision(on(no), grant, "不符合条件，理由如上", "《水法》", particulars=told)
        refused(code, lambda wish=wish: decide(wish, city.ctx("agency", DAY)))  # type: ignore[misc]
    decide(Decision(on(no), True, "", "《水法》", particulars=carried), city.ctx("agency", DAY))
    told_there = paper(no, "grant")
    assert {name: told_there[name] for name in carried.told()} == carried.told()
