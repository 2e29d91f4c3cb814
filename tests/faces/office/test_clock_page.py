"""这个日期怎么算的: every day with its article, for staff and for the applicant."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import submitted, under_review
from tests.faces.office.conftest import Login, words
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume

pytestmark = pytest.mark.django_db


def test_it_works(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("reviewer").get(f"/cases/{no}/clock/")
    page = response.context["page"]
    assert page.heading == "03-12 周四，是这样算出来的"
    counted = [row for row in page.rows if row.counted.startswith("第")]
    assert len(counted) == 8
    assert counted[-1].on == page.time.due == date(2026, 3, 12)
    assert "《行政许可法》第八十二条" in words(response)


def test_the_last_row_is_the_due_day_and_cites_the_promise(city: City, as_: Login) -> None:
    page = as_("reviewer").get(f"/cases/{under_review(city)}/clock/").context["page"]
    assert "due" in page.rows[-1].css
    assert page.rows[-1].basis == "承诺 8 个工作日：办事指南第 1 版"
    assert page.other.title == "法定最晚日期"


def test_the_legal_limit_has_its_own_days(city: City, as_: Login) -> None:
    page = as_("reviewer").get(f"/cases/{under_review(city)}/clock/?limit=statutory").context["page"]
    assert page.time.due == date(2026, 3, 30)
    assert page.rows[-1].basis == "《行政许可法》第四十二条第一款"


def test_pauses_name_who_approved_and_extensions_the_post(city: City, as_: Login) -> None:
    no = under_review(city)
    pause(Pause(on(no), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    resume(Resumption(on(no), "合格"), city.ctx("reviewer", date(2026, 3, 5)))
    extend(Extension(on(no), 2, "情况复杂"), city.ctx("agency", date(2026, 3, 6)))
    page = as_("reviewer").get(f"/cases/{no}/clock/").context["page"]
    assert page.stops == ("03-04 至 03-05，检测，verifier批准，不计入期限",)
    assert page.longer == ("03-06 周五，本行政机关负责人批准延长 2 个工作日",)
    assert page.time.due == date(2026, 3, 18)
    assert dict(page.sums)["检测"] == "不计 2 个工作日"


def test_an_open_pause_has_no_date(city: City, as_: Login) -> None:
    no = under_review(city)
    pause(Pause(on(no), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    page = as_("reviewer").get(f"/cases/{no}/clock/").context["page"]
    assert page.heading.startswith("正在因检测中止计时")
    assert page.result == ("最晚决定", "等恢复计时")


def test_before_acceptance_it_explains_the_answer(city: City, as_: Login) -> None:
    page = as_("clerk").get(f"/cases/{submitted(city)}/clock/").context["page"]
    assert page.time.due == date(2026, 3, 9)
    assert page.result[0] == "最晚答复"


def test_the_applicant_sees_it_too(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("resident").get(f"/cases/{no}/clock/")
    assert response.status_code == 200
    assert f'href="/my/cases/{no}/"' in words(response)


def test_a_stranger_does_not(city: City, as_: Login) -> None:
    assert as_("stranger").get(f"/cases/{under_review(city)}/clock/").status_code == 404


def test_a_date_beyond_the_published_calendar_is_provisional(city: City, as_: Login) -> None:
    from yichuang.acts.handling.route import Routing, route
    from yichuang.acts.intake.accept import Acceptance, accept

    late = date(2026, 12, 28)
    no = submitted(city, late)
    accept(Acceptance(on(no)), city.ctx("clerk", late))
    route(Routing(on(no)), city.ctx("clerk", late))
    response = as_("reviewer").get(f"/cases/{no}/clock/")
    assert response.context["page"].provisional
    assert "这个日期是暂定的" in words(response)
