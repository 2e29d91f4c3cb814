"""Fees, outstanding materials, promises, filings and the green channel, through their pages."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.acts.city import City, on
from tests.acts.lives import submitted
from tests.acts.special.test_fees import land_notified
from tests.acts.special.test_tolerance import decided
from tests.acts.special.world import LAND, MINING, PROMISE, case, city_of, deciding, tolerated, with_finance
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.faces.common import clock
from yichuang.records.cases.models import Material, Stage
from yichuang.records.documents.models import Document
from yichuang.records.fees.models import Fee
from yichuang.records.uploads.models import Arrival

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)
_keys = count(1)


def at(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _monday(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    at(MONDAY, monkeypatch)
    monkeypatch.setenv("YICHUANG_TASKS", "worker")
    settings.YICHUANG_DATA = tmp_path


class Visitor:
    """Somebody with a session."""

    def __init__(self, city: City, who: str) -> None:
        self.client = Client()
        self.client.force_login(city.people[who], "django.contrib.auth.backends.ModelBackend")

    def words(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return str(answer.content.decode())

    def post(self, no: str, address: str, **fields: Any) -> int:
        told = {"key": f"key-of-a-form-{next(_keys)}", "version": case(no).version, **fields}
        return self.client.post(address, told).status_code


@pytest.fixture
def mining(db: None) -> City:
    return city_of("cn.990000.land", fee={"payment": {**MINING, "before": "decision"}})


@pytest.fixture
def jianing(db: None) -> City:
    return city_of("cn.990100", undertaking=PROMISE)


def test_a_fee_from_assessment_to_payment(mining: City) -> None:
    no = deciding(mining)
    reviewer, clerk = Visitor(mining, "reviewer"), Visitor(mining, "clerk")
    assert "核定缴费" in reviewer.words(f"/cases/{no}/")
    assert reviewer.post(no, f"/cases/{no}/fee-assess/", fee0="12000.50") == 302
    assert Fee.objects.get(region_code="990100").amount == 1200050
    assert "当日告知" in clerk.words("/desk/fees/")
    assert "12,000.50 元" in clerk.words(f"/desk/{no}/fee-notice/")
    assert clerk.post(no, f"/desk/{no}/fee-notice/") == 302
    resident = Visitor(mining, "resident")
    assert "轮到您缴费" in resident.words(f"/my/cases/{no}/")
    assert f"/my/cases/{no}/pay/" in resident.words("/my/")
    assert clerk.post(no, f"/desk/{no}/fee-paid/", voucher="") == 422
    assert clerk.post(no, f"/desk/{no}/fee-paid/", voucher="\u200b\u2060\u3164") == 422
    assert clerk.post(no, f"/desk/{no}/fee-paid/", voucher="00123") == 302
    assert "票据 00123" in Visitor(mining, "resident").words(f"/my/cases/{no}/")
    assert "申请人已缴费 1 件" in reviewer.words("/worklist/")
    assert no in reviewer.words("/worklist/special/?tab=paid")


def test_a_fee_that_was_not_told_in_time_is_late(mining: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = deciding(mining)
    assert Visitor(mining, "reviewer").post(no, f"/cases/{no}/fee-assess/", fee0="12000.50") == 302
    at(date(2026, 4, 2), monkeypatch)
    assert "已晚" in Visitor(mining, "clerk").words("/desk/fees/")
    assert "当日告知" not in Visitor(mining, "clerk").words("/desk/fees/")


def test_what_was_paid_in_time_is_entered_late(mining: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = deciding(mining)
    reviewer, clerk = Visitor(mining, "reviewer"), Visitor(mining, "clerk")
    reviewer.post(no, f"/cases/{no}/fee-assess/", fee0="12000.50")
    clerk.post(no, f"/desk/{no}/fee-notice/")
    at(date(2026, 6, 1), monkeypatch)
    assert 'name="paid_on"' in clerk.words(f"/desk/{no}/fee-paid/")
    assert clerk.post(no, f"/desk/{no}/fee-paid/", voucher="00123") == 422
    assert clerk.post(no, f"/desk/{no}/fee-paid/", voucher="00123", paid_on="2026-03-10") == 302


def test_an_unpaid_case_is_denied_on_its_page(mining: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = deciding(mining)
    assess_fee(Assessment(on(no), {"采矿权使用费": 5}), mining.ctx("reviewer"))
    notify_fee(FeeNotice(on(no)), mining.ctx("clerk"))
    deputy = Visitor(mining, "deputy")
    assert "还没有到" in deputy.words(f"/cases/{no}/fee-lapse/")
    at(date(2026, 4, 2), monkeypatch)
    barred = Visitor(mining, "reviewer").words(f"/cases/{no}/fee-lapse/")
    assert ("由分管负责人批准" in barred, "第二十条" in barred) == (True, True)
    assert "已过" in deputy.words("/worklist/special/")
    assert deputy.post(no, f"/cases/{no}/fee-lapse/", basis="《办法》第十九条") == 302
    assert case(no).outcome == "denied"


def test_what_an_unpaid_fee_cut_off_is_no_opinion(db: None) -> None:
    land = city_of("cn.990000.land", fee={"payment": LAND})
    with_finance(land)
    no = land_notified(land)
    lapse_fee(Lapse(on(no)), land.ctx("deputy", date(2026, 3, 31)))
    page = Visitor(land, "reviewer").words(f"/cases/{no}/")
    assert "核准" in page
    assert not re.search(">(退回|不同意)</span>", page)


def test_tolerant_acceptance_at_the_desk(jianing: City) -> None:
    no, clerk = submitted(jianing), Visitor(jianing, "clerk")
    assert 'value="deferred"' in clerk.words(f"/desk/{no}/")
    told = {"w_do": "accept", "m-form": "ok", "m-map": "deferred"}
    assert clerk.post(no, f"/desk/{no}/", **told) == 422
    assert clerk.post(no, f"/desk/{no}/", **told, w_promised="1") == 302
    assert case(no).tolerance_by == date(2026, 4, 1)
    assert no in clerk.words("/desk/gaps/")


def test_a_main_document_is_never_ticked_as_late(jianing: City) -> None:
    no, clerk = submitted(jianing), Visitor(jianing, "clerk")
    told = {"w_do": "accept", "m-form": "deferred", "m-map": "ok", "w_promised": "1"}
    assert clerk.post(no, f"/desk/{no}/", **told) == 422
    assert case(no).state == "received"


def test_what_was_outstanding_comes_online_and_is_checked(jianing: City) -> None:
    no = tolerated(jianing, green=False)
    resident, clerk = Visitor(jianing, "resident"), Visitor(jianing, "clerk")
    assert "补交容缺材料" in resident.words(f"/my/cases/{no}/")
    assert resident.post(no, f"/my/cases/{no}/complete/") == 422
    assert f"/my/cases/{no}/complete/" in resident.words("/my/")
    picture = SimpleUploadedFile("map.png", PNG, "image/png")
    assert resident.post(no, f"/my/cases/{no}/complete/", **{"f-map": picture}) == 302
    assert f"/my/cases/{no}/complete/" not in resident.words("/my/")
    assert "已补交" in clerk.words(f"/desk/{no}/complete/")
    assert clerk.post(no, f"/desk/{no}/complete/", **{"s-map": "1"}) == 302
    assert case(no).tolerance_by is None


def test_what_was_outstanding_comes_by_phone(jianing: City) -> None:
    no, clerk = tolerated(jianing, green=False), Visitor(jianing, "clerk")
    assert clerk.post(no, f"/desk/{no}/phone/", w_phone="form") == 422  # it is not outstanding
    assert clerk.post(no, f"/desk/{no}/phone/", w_phone="map") == 302
    address = re.findall(r'href="http://testserver(/up/[^"]+)"', clerk.words(f"/desk/{no}/complete/"))[0]
    phone = Client()
    phone.get(address)
    sent = {"key": "key-of-the-phone", "f": SimpleUploadedFile("map.png", PNG, "image/png")}
    assert phone.post(address, sent).status_code == 302
    came = Arrival.objects.get(region_code="990100")
    assert clerk.post(no, f"/desk/{no}/complete/", w_take=str(came.id)) == 302
    row = Material.objects.get(region_code="990100", case_id=case(no).id, key="map")
    assert ([one["digest"] for one in row.files], case(no).tolerance_by) == ([came.digest], None)
    assert phone.post(address, sent | {"key": "another-key-of-it"}).status_code == 422


def test_a_failed_tolerance_is_ended_by_the_leader(jianing: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no = tolerated(jianing, green=False)
    at(date(2026, 4, 2), monkeypatch)
    leader = Visitor(jianing, "agency")
    assert "已过，待处理" in leader.words("/worklist/special/?tab=tolerance")
    assert leader.post(no, f"/cases/{no}/tolerance-fail/") == 302
    assert case(no).outcome == "lapsed"


def test_the_desk_shows_no_form_after_the_last_day(jianing: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no, clerk = tolerated(jianing, green=False), Visitor(jianing, "clerk")
    assert "收下并登记" in clerk.words(f"/desk/{no}/complete/")
    at(date(2026, 4, 2), monkeypatch)
    page = clerk.words(f"/desk/{no}/complete/")
    assert "收下并登记" not in page
    assert "依据：" in page
    assert clerk.post(no, f"/desk/{no}/complete/", **{"s-map": "1"}) == 422


def test_what_came_in_time_is_checked_at_the_desk_later(jianing: City, monkeypatch: pytest.MonkeyPatch) -> None:
    no, clerk = tolerated(jianing, green=False), Visitor(jianing, "clerk")
    picture = SimpleUploadedFile("map.png", PNG, "image/png")
    assert Visitor(jianing, "resident").post(no, f"/my/cases/{no}/complete/", **{"f-map": picture}) == 302
    at(date(2026, 4, 2), monkeypatch)
    page = clerk.words(f"/desk/{no}/complete/")
    assert ("收下并登记" in page, "上传影像" in page) == (True, False)
    assert clerk.post(no, f"/desk/{no}/complete/", **{"s-map": "1"}) == 302
    assert case(no).tolerance_by is None


def test_a_certificate_before_the_file_is_complete(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    city = city_of("cn.350500")
    no = tolerated(city)
    decided(city, no)
    issue(Issue(on(no)), city.ctx("clerk"))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk"))
    applicant, leader = Visitor(city, "resident"), Visitor(city, "agency")
    assert "证照已送达，容缺材料还没有补齐" in applicant.words(f"/my/cases/{no}/")
    at(date(2026, 4, 2), monkeypatch)
    assert "补齐期限已经过了" in applicant.words(f"/my/cases/{no}/")
    assert leader.post(no, f"/cases/{no}/tolerance-fail/") == 302
    assert "批准已作废" in applicant.words(f"/my/cases/{no}/")


def test_a_promise_is_signed_online_and_checked(jianing: City) -> None:
    no, resident = submitted(jianing), Visitor(jianing, "resident")
    assert "所填信息真实" in resident.words(f"/my/cases/{no}/promise/")
    assert resident.post(no, f"/my/cases/{no}/promise/", signer="孙玉兰") == 422
    assert resident.post(no, f"/my/cases/{no}/promise/", signer="孙玉兰", read="1") == 302
    clerk = Visitor(jianing, "clerk")
    assert clerk.post(no, f"/desk/{no}/", w_do="accept", **{"m-form": "ok"}) == 302
    assert case(no).state == "deciding"
    decide(Decision(on(no), True, "", "《水法》"), jianing.ctx("agency"))
    reviewer = Visitor(jianing, "reviewer")
    assert no in reviewer.words("/worklist/special/?tab=promises")
    assert reviewer.post(no, f"/cases/{no}/promise-check/", conclusion="不属实", finding="未安装计量设施") == 302
    assert Stage.objects.filter(region_code="990100", kind="recovery", done_at=None).exists()


@pytest.mark.parametrize(("within", "provisional"), [(30, False), (250, True)])
def test_the_day_of_a_check_in_a_year_without_a_notice_is_provisional(db: None, within: int, provisional: bool) -> None:
    city = city_of("cn.990100", undertaking=PROMISE | {"check_within": within})
    no = submitted(city)
    Visitor(city, "resident").post(no, f"/my/cases/{no}/promise/", signer="孙玉兰", read="1")
    Visitor(city, "clerk").post(no, f"/desk/{no}/", w_do="accept", **{"m-form": "ok"})
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency"))
    pages = [Visitor(city, "reviewer").words(page) for page in (f"/cases/{no}/", "/worklist/special/?tab=promises")]
    assert [("暂定" in page) for page in pages] == [provisional, provisional]


def test_a_slip_is_put_right(jianing: City) -> None:
    no = submitted(jianing)
    for who, address in (("clerk", f"/desk/{no}/correct-now/"), ("resident", f"/my/cases/{no}/correct/")):
        visitor, picture = Visitor(jianing, who), SimpleUploadedFile("map.png", PNG, "image/png")
        assert "更正" in visitor.words(address)
        assert visitor.post(no, address, **{"f-map": picture}) == 302
    assert len(Material.objects.get(region_code="990100", key="map").files) == 1


def test_a_filing_is_concluded_at_the_window_and_in_the_office(db: None) -> None:
    city = city_of("cn.500000", filing={"exception": ""})
    no, chief = submitted(city), Visitor(city, "chief")
    desk = chief.words(f"/desk/{no}/")
    others = ("受理并打印", "不予受理…", "一次性告知补正 <kbd>", ">容缺</label>")
    assert [words for words in others if words in desk] == []
    assert "收齐，转作备案结论" in desk
    assert chief.post(no, f"/desk/{no}/filing/", conclusion="不予备案", missing="") == 422
    assert chief.post(no, f"/desk/{no}/filing/", conclusion="予以备案") == 302
    assert case(no).outcome == "filed"
    no, leader = submitted(city), Visitor(city, "agency")
    assert leader.post(no, f"/cases/{no}/filing/", conclusion="不予备案", missing="缺图\n缺签字") == 302
    assert Document.objects.get(region_code="990100", kind="not_filed").fields["missing"] == ["缺图", "缺签字"]


def test_the_green_channel_shows_everywhere(jianing: City) -> None:
    no, leader = submitted(jianing), Visitor(jianing, "agency")
    answer = leader.client.post(f"/cases/{no}/expedite/", {"key": "a-key-without-a-ground", "version": 1})
    assert (answer.status_code, "依据：" in answer.content.decode()) == (422, True)
    assert leader.post(no, f"/cases/{no}/expedite/", ground="市重点项目") == 302
    assert no in leader.words("/worklist/special/?tab=green")
    assert no in Visitor(jianing, "clerk").words("/desk/green/")
    assert "绿色通道" in Visitor(jianing, "clerk").words("/desk/prereview/")
