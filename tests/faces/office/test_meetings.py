"""会审 in the office: called, delegates, signed on the spot, adjourned, closed with minutes; the report to the head."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from tests.acts.city import build_city, on
from tests.acts.consulting.city import AskingCity, add_others
from tests.acts.lives import under_review
from tests.acts.meeting.steps import called, closed, meetings, signed
from tests.faces.office.conftest import form, words
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.faces.common import clock
from yichuang.records.cases.models import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def chongqing(db: None, monkeypatch: pytest.MonkeyPatch) -> AskingCity:
    at = datetime(2026, 3, 12, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: at)
    return add_others(build_city("cn.500000"))


def browser(city: AskingCity, who: str) -> Client:
    client = Client()
    client.force_login(city.people[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_it_works(chongqing: AskingCity) -> None:
    no, client = under_review(chongqing), browser(chongqing, "deputy")
    assert "最早 <time" in words(client.get(f"/cases/{no}/meetings/call/"))
    posted = form(no, held_on="2026-03-16", time="09:30", place="三楼", department=chongqing.ids("land"))
    page = words(client.post(f"/cases/{no}/meetings/call/", posted, follow=True))
    assert "已召集会审" in page
    assert "未签署" in page
    assert "会审当日可以签署结论" in words(browser(chongqing, "land").get(f"/cases/{no}/meetings/"))


def test_a_late_call_says_the_last_day(chongqing: AskingCity) -> None:
    no = under_review(chongqing)
    posted = form(no, held_on="2026-03-13", time="09:30", place="三楼", department=chongqing.ids("land"))
    response = browser(chongqing, "deputy").post(f"/cases/{no}/meetings/call/", posted)
    assert response.status_code == 422
    assert "最迟 03-11 周三 通知" in words(response)


def test_a_delegate_signs_and_the_lead_closes(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    address = f"/cases/{no}/meetings/{meeting}/"
    land, lead = browser(chongqing, "land"), browser(chongqing, "deputy")
    chosen = form(no, step="delegate", delegate=chongqing.people["land"].id)
    assert "已委派会审代表" in words(land.post(address, chosen, follow=True))
    page = words(land.post(address, form(no, step="sign", conclusion="agree", opinion="同意。"), follow=True))
    assert "已签署会审结论" in page
    page = words(lead.post(address, form(no, step="close", summary="逐项讨论。", divided="1"), follow=True))
    assert "会审已结束" in page
    assert "同意（缺席默认）" in page
    assert "分歧较大" in page


def test_a_seat_of_a_cancelled_meeting_waits_for_nobody(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    posted = form(no, step="cancel", reason="申请人撤回。")
    page = words(browser(chongqing, "deputy").post(f"/cases/{no}/meetings/{meeting}/", posted, follow=True))
    assert "会议已取消" in page
    assert "未签署" not in page


def test_it_goes_on_another_day(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    address, lead = f"/cases/{no}/meetings/{meeting}/", browser(chongqing, "deputy")
    assert "中止，择日继续" in words(lead.post(address, form(no, step="adjourn", reason="踏勘"), follow=True))
    again = form(no, step="resume", held_on="2026-03-18", time="14:00", place="现场")
    page = words(lead.post(address, again, follow=True))
    assert "第 2 场" in page


def test_a_request_is_granted_or_declined(chongqing: AskingCity) -> None:
    no, lead = under_review(chongqing), browser(chongqing, "deputy")
    request_meeting(MeetingRequest(on(no), "请会审。", chongqing.ids("land")), chongqing.ctx("resident"))
    meeting = meetings(no)[0].row.id
    assert "请会审。" in words(lead.get(f"/cases/{no}/meetings/call/?request={meeting}"))
    declined = form(no, step="decline", reason="书面意见已足够。")
    assert "不举行" in words(lead.post(f"/cases/{no}/meetings/{meeting}/", declined, follow=True))


def test_nonsense_is_refused_in_words(chongqing: AskingCity) -> None:
    no, meeting = called(chongqing)
    address, lead = f"/cases/{no}/meetings/{meeting}/", browser(chongqing, "deputy")
    for fields in ({"step": "x"}, {"step": "close"}, {"step": "delegate", "delegate": "x"}, {"step": "sign"}):
        assert lead.post(address, form(no, **fields)).status_code == 422
    assert lead.post(f"/cases/{no}/meetings/call/", form(no, held_on="x")).status_code == 422


def test_a_divided_meeting_asks_for_the_report(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 3, 12, 11, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr(clock, "now", lambda: at)
    city = add_others(build_city("cn.990000.land"))
    no, meeting = called(city, "land")
    signed(city, no, meeting)
    closed(city, no, meeting, day=date(2026, 3, 12), divided=True)
    client = browser(city, "reviewer")
    assert "登记汇报情况" in words(client.get(f"/cases/{no}/"))
    assert client.post(f"/cases/{no}/report/", form(no, forum="head", outcome="")).status_code == 422
    page = words(client.post(f"/cases/{no}/report/", form(no, forum="head", outcome="同意。"), follow=True))
    assert "已登记汇报" in page
    assert Stage.objects.filter(region_code="990100", kind="head_report", done_at__isnull=False).count() == 1
