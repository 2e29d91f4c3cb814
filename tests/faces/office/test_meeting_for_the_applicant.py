"""会审 for the applicant: asks in writing, reads when and where, knows that he may attend."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.acts.city import build_city
from tests.acts.consulting.city import AskingCity, add_others
from tests.acts.lives import under_review
from tests.acts.meeting.steps import called, meetings
from yichuang.records.cases.models import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def chongqing(db: None) -> AskingCity:
    return add_others(build_city("cn.500000"))


def resident(city: AskingCity) -> Client:
    client = Client()
    client.force_login(city.people["resident"], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_it_works(chongqing: AskingCity) -> None:
    no, client = under_review(chongqing), resident(chongqing)
    assert "请求召开会审" in client.get(f"/my/cases/{no}/").content.decode()
    assert "不提前 2 个工作日通知" in client.get(f"/my/cases/{no}/meeting/").content.decode()
    version = Case.objects.get(region_code="990100", no=no).version
    posted = {"key": "key-12345678", "version": version, "words": "涉及三个部门。", "waived": "1"}
    posted["department"] = str(chongqing.ids("land")[0])
    page = client.post(f"/my/cases/{no}/meeting/", posted, follow=True).content.decode()
    assert "已请求，等主办部门答复" in page
    assert meetings(no)[0].row.wanted == [str(chongqing.ids("land")[0])]


def test_a_request_without_words_comes_back(chongqing: AskingCity) -> None:
    no = under_review(chongqing)
    answer = resident(chongqing).post(f"/my/cases/{no}/meeting/", {"key": "key-12345678", "words": " "})
    assert answer.status_code == 422
    assert "没有写请求会审的理由" in answer.content.decode()


def test_a_called_meeting_is_told(chongqing: AskingCity) -> None:
    no, _ = called(chongqing, day=date(2026, 3, 10))
    page = resident(chongqing).get(f"/my/cases/{no}/").content.decode()
    assert "三楼会审室" in page
    assert "您有权参加" in page
    assert "会审通知书" in page


def test_where_no_norm_has_meetings_none_is_offered(db: None) -> None:
    city = add_others(build_city())
    no = under_review(city)
    assert "请求召开会审" not in resident(city).get(f"/my/cases/{no}/").content.decode()
    assert resident(city).get(f"/my/cases/{no}/meeting/").status_code == 302
