"""The case page: what it shows to whom, the list behind it, disabled acts with reasons, numbers for a purpose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string

from tests.acts.city import City, on
from tests.acts.lives import promised_life, submitted, to_decide, under_review, withdrawn_life
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.records.ledger.models import ReadLog

pytestmark = pytest.mark.django_db


def routed(city: City, day: date) -> str:
    no = submitted(city, day)
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    return no


def test_it_works(city: City, as_: Login) -> None:
    no = under_review(city)
    page = words(as_("reviewer").get(f"/cases/{no}/"))
    for told in (
        no,
        "取水许可审批",
        "孙玉兰",
        "这个日期怎么算的",
        "我的审查意见",
        "内部意见，申请人看不到",
        "办理经过",
    ):
        assert told in page
    assert "350300198511151234" not in page
    assert "350***********1234" in page


@pytest.mark.parametrize("life", [submitted, under_review, to_decide, promised_life, withdrawn_life])
def test_every_stage_of_a_life_has_its_page(city: City, as_: Login, life: Any) -> None:
    no = life(city)
    for path in (
        "",
        "clock/",
        "clock/?limit=statutory",
        "review/",
        "slip/",
        "pause/",
        "resume/",
        "extend/",
        "return/",
        "deny/",
    ):
        assert as_("deputy").get(f"/cases/{no}/{path}").status_code == 200, path


def test_the_page_asks_a_fixed_number_of_queries(city: City, as_: Login, django_assert_max_num_queries: Any) -> None:
    no, client = promised_life(city), as_("reviewer")
    with django_assert_max_num_queries(20):
        client.get(f"/cases/{no}/?tab=done")


def test_the_list_is_carried_along(city: City, as_: Login) -> None:
    first, second, third = (routed(city, date(2026, 3, day)) for day in (2, 3, 4))
    other = routed(city, date(2026, 2, 10))
    page = words(as_("reviewer").get(f"/cases/{second}/?tab=all&light=green"))
    assert "第 2 件，共 3 件" in page
    assert f'href="/cases/{first}/?tab=all&amp;light=green" data-key="k"' in page
    assert f'href="/cases/{third}/?tab=all&amp;light=green" data-key="j"' in page
    assert other not in page


def test_walking_the_list_meets_every_case_once(city: City, as_: Login) -> None:
    numbers = {routed(city, date(2026, 3, day)) for day in (2, 3, 4, 5)} | {routed(city, date(2026, 2, 10))}
    client, at, met = as_("reviewer"), "", []
    at = client.get("/worklist/?tab=all").context["rows"][0].case.no
    while at:
        met.append(at)
        at = client.get(f"/cases/{at}/?tab=all").context["place"].next
    assert set(met) == numbers
    assert len(met) == len(numbers)


def test_after_an_act_the_next_case_is_one_click_away(city: City, as_: Login) -> None:
    first, second = routed(city, date(2026, 3, 2)), routed(city, date(2026, 3, 3))
    posted = form(first, agree="yes", opinion="符合条件。")
    page = words(as_("reviewer").post(f"/cases/{first}/review/?tab=unclaimed", posted, follow=True))
    assert "已提交审查意见" in page
    assert f'href="/cases/{second}/?tab=unclaimed">下一件' in page
    assert "已不在这个列表里" in page


def test_disabled_acts_say_why(city: City, as_: Login) -> None:
    no = under_review(city)
    page = words(as_("reviewer").get(f"/cases/{no}/"))
    extend = next(o for o in as_("reviewer").get(f"/cases/{no}/").context["offers"] if o.name == "extend")
    assert f'aria-disabled="true" aria-describedby="{extend.reason}"' in page
    assert f'<li id="{extend.reason}" tabindex="-1"><b>延长期限</b>' in page
    assert "由本行政机关负责人批准" in page
    assert "由首席代表、分管负责人、主要负责人" not in page
    pause(Pause(on(no), "testing", 3, "检测"), city.ctx("verifier", date(2026, 3, 4)))
    page = words(as_("reviewer").get(f"/cases/{no}/"))
    assert "这件办件正在中止计时，不能办这一步" in page
    assert f'href="/cases/{no}/resume/"' in page


def test_who_only_looks_on_gets_no_buttons(city: City, as_: Login) -> None:
    no = under_review(city)
    response = as_("manager").get(f"/cases/{no}/")
    assert response.context["offers"] == []
    assert "我的审查意见" not in words(response)


def test_public_view_hides_what_is_internal(city: City, as_: Login) -> None:
    no = to_decide(city)
    every, public = (words(as_("deputy").get(f"/cases/{no}/{q}")) for q in ("", "?view=public"))
    assert every.count(">内部<") == 2
    assert ">内部<" not in public
    assert "看全部" in public


def test_a_number_in_full_only_for_a_purpose_on_record(city: City, as_: Login) -> None:
    no, client = under_review(city), as_("reviewer")
    response = client.post(f"/cases/{no}/reveal/", {"field": "identity", "purpose": "核对身份"})
    assert "350300198511151234" in words(response)
    assert response["Cache-Control"] == "no-store"
    log = ReadLog.objects.get(region_code="990100")
    assert (log.field, log.purpose, log.reader_id) == ("identity", "核对身份", city.people["reviewer"].id)


@pytest.mark.parametrize(
    "posted", [{"field": "identity", "purpose": " "}, {"field": "password", "purpose": "核对身份"}]
)
def test_no_purpose_no_number(city: City, as_: Login, posted: dict[str, str]) -> None:
    no = under_review(city)
    response = as_("reviewer").post(f"/cases/{no}/reveal/", posted)
    assert response.status_code == 422
    assert "350300198511151234" not in words(response)
    assert not ReadLog.objects.filter(region_code="990100").exists()


def test_who_may_see_it(city: City, as_: Login) -> None:
    no = under_review(city)
    for who in ("reviewer", "verifier", "deputy", "chief", "clerk", "manager"):
        assert as_(who).get(f"/cases/{no}/").status_code == 200, who
    assert as_("resident").get(f"/cases/{no}/").status_code == 403
    assert as_("reviewer").get("/cases/JN-2026-999999/").status_code == 404
    assert as_("reviewer").get("/cases/XX-1/").status_code == 404


def test_another_department_finds_nothing(city: City, as_: Login) -> None:
    from yichuang.records.org.models import Department, Posting

    other = Department.objects.create(
        centre=city.centre, slug="fire", name="消防", short_name="消防", document_word="嘉消"
    )
    Posting.objects.create(
        user=city.people["stranger"], role="reviewer", centre=city.centre, department=other, starts_on=date(2020, 1, 1)
    )
    no, client = under_review(city), as_("stranger")
    for path in ("", "clock/", "slip/", "review/"):
        assert client.get(f"/cases/{no}/{path}").status_code == 404, path
    assert client.post(f"/cases/{no}/claim/", form(no)).status_code == 404
    assert case_of(no).handler_id is None


@pytest.mark.parametrize(("row", "slot", "told"), [
    ({"originals": 1}, {}, "纸质，窗口已核"),
    ({}, {"share_exempt": True}, "由部门共享核验"),
    ({"required": True}, {}, "没有上传，窗口已核"),
    ({}, {}, "没有交"),
])  # fmt: skip
def test_a_material_without_files_says_what_was_seen(row: dict[str, Any], slot: dict[str, Any], told: str) -> None:
    listed = [{"number": 1, "row": {"name": "证明", **row}, "slot": slot, "files": []}]
    page = render_to_string("office/part/materials.html", {"listed": listed, "case": {}, "sheet": {}})
    assert f'<span class="muted">{told}</span>' in page
