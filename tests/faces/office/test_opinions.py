"""Opinions from the case page and beside the materials: kept on record, refused in words, never lost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.lives import to_decide, under_review
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.handling.review import Review, review
from yichuang.records.cases.models import Stage

pytestmark = pytest.mark.django_db
OPINION = {"agree": "yes", "opinion": "经审查，符合规定的条件。"}


def reviewed(city: City) -> str:
    no = under_review(city)
    review(Review(on(no), True, "符合条件。"), city.ctx("reviewer", date(2026, 3, 4)))
    return no


def test_it_works(city: City, as_: Login) -> None:
    no = under_review(city)
    checks = {"c-r1": "ok", "c-r2": "no", "n-r2": "取水量偏大", "m-r2": "map"}
    page = words(as_("reviewer").post(f"/cases/{no}/review/", form(no, **OPINION, **checks), follow=True))
    assert "已提交审查意见" in page
    assert case_of(no).state == "verifying"
    stage = Stage.objects.get(region_code="990100", case_id=case_of(no).id, kind="review")
    assert [(c["key"], c["verdict"], c["material"]) for c in stage.checks] == [("r1", "ok", ""), ("r2", "no", "map")]


def test_the_verifier_sees_the_points_pinned_to_the_materials(city: City, as_: Login) -> None:
    no = under_review(city)
    checks = {"c-r1": "ok", "c-r2": "no", "n-r2": "取水量偏大", "m-r2": "map"}
    as_("reviewer").post(f"/cases/{no}/review/", form(no, **OPINION, **checks))
    page = words(as_("verifier").get(f"/cases/{no}/review/"))
    assert "2 条：1 符合 · 1 不符" in page
    assert '<a class="pin no" href="#r2" title="第 2 条：不符">2</a>' in page
    assert "取水量偏大" in page


def test_beside_the_materials_it_works_too(city: City, as_: Login) -> None:
    no = under_review(city)
    page = words(as_("reviewer").get(f"/cases/{no}/review/"))
    assert 'name="c-r1"' in page
    assert "2 条：2 未看" in page
    as_("reviewer").post(f"/cases/{no}/review/", form(no, **OPINION, **{"from": "review"}))
    assert case_of(no).state == "verifying"


@pytest.mark.parametrize("source", ["", "review"])
def test_an_incomplete_form_comes_back_with_what_was_written(city: City, as_: Login, source: str) -> None:
    no = under_review(city)
    posted = form(no, agree="no", opinion="", **{"from": source, "c-r1": "no", "n-r1": "超定额"})
    response = as_("reviewer").post(f"/cases/{no}/review/", posted)
    assert response.status_code == 422
    page = words(response)
    assert "<title>错误：" in page
    assert "写意见和依据" in page
    assert "超定额" in page
    assert case_of(no).state == "reviewing"


def test_only_a_reviewer_reviews(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("verifier").post(f"/cases/{no}/review/", form(no, **OPINION))
    assert response.status_code == 422
    assert "“审查" in words(response)
    assert case_of(no).state == "reviewing"


def test_the_verifier_verifies(city: City, as_: Login) -> None:
    no = reviewed(city)
    page = words(as_("verifier").post(f"/cases/{no}/verify/", form(no, **OPINION), follow=True))
    assert "已提交核准意见" in page
    assert case_of(no).state == "deciding"


def test_who_reviewed_does_not_verify(city: City, as_: Login) -> None:
    from yichuang.records.org.models import Posting

    reviewer = city.people["reviewer"]
    Posting.objects.create(
        user=reviewer, role="verifier", centre=city.centre, department=city.department, starts_on=date(2020, 1, 1)
    )
    no = reviewed(city)
    response = as_("reviewer").post(f"/cases/{no}/verify/", form(no, **OPINION))
    assert response.status_code == 422
    assert "审查和核准要由两个人分别办" in words(response)
    assert "审查和核准要由两个人分别办" in words(as_("reviewer").get(f"/cases/{no}/"))


def test_a_case_goes_back_with_reasons(city: City, as_: Login) -> None:
    no = to_decide(city)
    client = as_("deputy")
    assert client.post(f"/cases/{no}/return/", form(no, opinion=" ")).status_code == 422
    page = words(client.post(f"/cases/{no}/return/", form(no, opinion="补充论证报告的核查。"), follow=True))
    assert "已退回审查" in page
    assert ">退回</span>" in page
    assert ">不同意</span>" not in page
    assert case_of(no).handler_id == city.people["reviewer"].id


def test_a_stale_page_is_told_who_was_faster_and_loses_nothing(city: City, as_: Login) -> None:
    no = under_review(city)
    posted = form(no, **OPINION)
    as_("reviewer").post(f"/cases/{no}/claim/", form(no, key="another-key"))
    response = as_("reviewer").post(f"/cases/{no}/review/", posted)
    assert response.status_code == 409
    page = words(response)
    assert "这件刚被 reviewer 今天 10:00 认领" in page
    assert OPINION["opinion"] in page
    assert f'href="/cases/{no}/"' in page
    assert case_of(no).state == "reviewing"


def test_a_repeated_form_gets_the_first_answer(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    posted = form(no, **OPINION)
    client.post(f"/cases/{no}/review/", posted)
    version = case_of(no).version
    assert "已提交审查意见" in words(client.post(f"/cases/{no}/review/", posted, follow=True))
    assert case_of(no).version == version


def test_a_key_with_another_content_is_refused(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    posted = form(no, **OPINION)
    client.post(f"/cases/{no}/review/", posted)
    response = client.post(f"/cases/{no}/review/", {**posted, "opinion": "另一个意见。"})
    assert response.status_code == 422
    assert case_of(no).state == "verifying"
