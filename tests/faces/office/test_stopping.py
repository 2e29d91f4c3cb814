"""Pauses, resumptions, extensions, and the window's clicks on the case page."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import accepted, to_decide, under_review
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.handling.pause import Pause, pause

pytestmark = pytest.mark.django_db


def test_it_works(city: City, as_: Login) -> None:
    no = under_review(city)
    posted = form(no, kind="expert_review", days="10", reason="论证报告需要专家评审。")
    page = words(as_("verifier").post(f"/cases/{no}/pause/", posted, follow=True))
    assert "已中止计时（专家评审）" in page
    assert (case_of(no).paused, case_of(no).pause_kind) == (True, "expert_review")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kind": "", "days": "3", "reason": "评审"}, "选一个特殊环节"),
        ({"kind": "hearing", "days": "三", "reason": "评审"}, "天数填 1 到 400 的整数"),
        ({"kind": "hearing", "days": "3", "reason": " "}, "写明理由"),
    ],
)
def test_a_pause_says_for_what_how_long_and_why(city: City, as_: Login, fields: dict[str, str], told: str) -> None:
    no = under_review(city)
    response = as_("verifier").post(f"/cases/{no}/pause/", form(no, **fields))
    assert response.status_code == 422
    assert told in words(response)
    assert not case_of(no).paused


def test_not_every_procedure_stops_the_clock(city: City, as_: Login) -> None:
    no = under_review(city)
    posted = form(no, kind="site_visit", days="3", reason="踏勘")
    response = as_("verifier").post(f"/cases/{no}/pause/", posted)
    assert response.status_code == 422
    assert "“踏勘”不是可以中止计时的特殊环节" in words(response)


def test_the_page_says_beforehand_who_may_pause(city: City, as_: Login) -> None:
    page = words(as_("reviewer").get(f"/cases/{under_review(city)}/pause/"))
    assert "现在不能办这一步" in page
    assert "中止计时要由核准人批准" in page
    assert 'name="kind"' not in page


def test_resuming_shows_the_new_dates_first(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    pause(Pause(on(no), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    assert "03-17 周二" in words(client.get(f"/cases/{no}/resume/"))
    assert "已恢复计时" in words(client.post(f"/cases/{no}/resume/", form(no, reason="合格"), follow=True))
    assert case_of(no).promised_due_on == date(2026, 3, 17)


def test_an_extension_shows_the_date_for_each_number_of_days(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("agency")
    page = words(client.get(f"/cases/{no}/extend/"))
    assert "10 个工作日，到 03-26 周四" in page
    assert "11 个工作日" not in page
    client.post(f"/cases/{no}/extend/", form(no, days="5", reason="情况复杂"))
    assert case_of(no).promised_due_on == date(2026, 3, 19)


def test_an_extension_is_refused_to_the_wrong_post(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("deputy").post(f"/cases/{no}/extend/", form(no, days="5", reason="情况复杂"))
    assert response.status_code == 422
    assert "延期要由本行政机关负责人批准" in words(response)


def test_a_second_extension_is_refused(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("agency")
    client.post(f"/cases/{no}/extend/", form(no, days="5", reason="情况复杂"))
    page = words(client.get(f"/cases/{no}/extend/"))
    assert "已经延过期（5 日），不能再延" in page
    assert "（依据：《中华人民共和国行政许可法》第四十二条第一款）" in page


def test_a_page_that_leads_no_further_names_the_article(city: City, as_: Login) -> None:
    page = words(as_("verifier").get(f"/cases/{under_review(city)}/resume/"))
    assert "现在不能办这一步" in page
    assert "（依据：《" in page


def test_the_chief_representative_routes_and_issues(city: City, as_: Login) -> None:
    no, client = accepted(city), as_("chief")
    assert "已转承办部门审查" in words(client.post(f"/cases/{no}/route/", form(no), follow=True))
    done = to_decide(city)
    decide(Decision(on(done), True, "", "《水法》第七条"), city.ctx("deputy", date(2026, 3, 6)))
    assert "已制作证照" in words(client.post(f"/cases/{done}/issue/", form(done), follow=True))


def test_closing_what_must_be_delivered_is_refused(city: City, as_: Login) -> None:
    no = to_decide(city)
    decide(Decision(on(no), True, "", "《水法》第七条"), city.ctx("deputy", date(2026, 3, 6)))
    response = as_("chief").post(f"/cases/{no}/close/", form(no))
    assert response.status_code == 422
    assert "证照还没有送达，不能办结" in words(response)


@pytest.mark.parametrize("step", ["claim", "route", "issue", "close", "verify", "decide", "reveal"])
def test_an_address_that_only_takes_forms_leads_back_to_the_case(city: City, as_: Login, step: str) -> None:
    no = under_review(city)
    assert as_("chief").get(f"/cases/{no}/{step}/?tab=mine").url == f"/cases/{no}/?tab=mine"
