"""会签与征求意见 in the office: asked from the case page, answered by the other department, listed for both."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.acts.city import build_city, on
from tests.acts.consulting.city import AskingCity, add_others, stages
from tests.acts.lives import under_review
from tests.faces.office.conftest import Login, case_of, form, words
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


@pytest.fixture
def asking(city: AskingCity) -> AskingCity:
    return add_others(city)


def sent(asking: AskingCity, kind: str = "opinion", day: date = FRIDAY) -> str:
    """Return the address of one question."""
    no = under_review(asking)
    ask(Ask(on(no), kind, asking.ids("land", "county"), "是否影响？", date(2026, 3, 9)), asking.ctx("reviewer", day))
    return f"/cases/{no}/asked/{stages(no, kind)[0].id}/"


def test_it_works(asking: AskingCity, as_: Login) -> None:
    no, client = under_review(asking), as_("reviewer")
    page = words(client.get(f"/cases/{no}/ask/"))
    assert "反馈期限由您写" in page
    assert "东屏县政务服务中心" in page
    posted = form(no, kind="opinion", department=asking.ids("land", "county"), question="是否？", due_on="2026-03-09")
    page = words(client.post(f"/cases/{no}/ask/", posted, follow=True))
    assert "已发给 2 个部门" in page
    assert page.count("待反馈") == 2
    listed = words(as_("county").get("/asked/"))
    assert no in listed
    assert "待我反馈" in listed


def test_the_other_department_answers(asking: AskingCity, as_: Login) -> None:
    address, client = sent(asking), as_("land")
    no = address.split("/")[2]
    assert "反馈意见" in words(client.get(f"/cases/{no}/"))
    response = client.post(address, form(no, opinion="不影响。"))
    assert response.status_code == 422
    assert "请选一个结论" in words(response)
    page = words(client.post(address, form(no, agree="yes", opinion="不影响。"), follow=True))
    assert "已反馈意见" in page
    assert "不影响。" in page
    assert ">是<" in client.get(f"/cases/{no}/").content.decode().replace(" ", "").replace("</svg>", ">")
    assert "没有等您部门反馈的征询" in words(client.get("/asked/"))


def test_the_turn_is_as_written(asking: AskingCity, as_: Login) -> None:
    no, client = under_review(asking), as_("reviewer")
    names = [directory().departments[one].short_name for one in asking.ids("land", "eco")]
    posted = form(no, kind="countersign", department=asking.ids("land", "eco"), question="同意。", due_on="2026-03-09")
    wrong = client.post(f"/cases/{no}/ask/", posted | {"in_turn": "1", "turn": f"{names[1]}、别处"})
    assert (wrong.status_code, "先后次序里的“别处”没有勾选" in words(wrong)) == (422, True)
    told = {"in_turn": "1", "turn": f"{names[1]}、{names[0]}"}
    assert client.post(f"/cases/{no}/ask/", posted | told).status_code == 302
    first = next(row for row in stages(no, "countersign") if row.starts_on is not None)
    assert first.department_id == asking.ids("eco")[0]


def test_the_asker_recalls(asking: AskingCity, as_: Login) -> None:
    address, client = sent(asking), as_("reviewer")
    no = address.split("/")[2]
    page = words(client.post(address, form(no, step="recall", opinion="不涉及。"), follow=True))
    assert "已撤回" in page


def test_the_form_comes_again_with_what_was_written(asking: AskingCity, as_: Login) -> None:
    no = under_review(asking)
    posted = form(no, kind="countersign", department=asking.ids("land"), question="同意。", due_on="2027-01-01")
    response = as_("reviewer").post(f"/cases/{no}/ask/", posted)
    page = words(response)
    assert response.status_code == 422
    assert "晚于这件办件自己的到期日" in page
    assert "同意。" in page


def test_an_overdue_consultation_is_named_in_the_bulletin(db: None) -> None:
    city = add_others(build_city("cn.990000.land"))
    no = under_review(city)
    ask(Ask(on(no), "consultation", city.ids("county"), "是否影响？"), city.ctx("reviewer", date(2026, 2, 24)))
    client = Client()
    client.force_login(city.people["reviewer"], backend="django.contrib.auth.backends.ModelBackend")
    page = words(client.get(f"/cases/{no}/"))
    assert "逾期未反馈" in page
    assert "列入 2026 年 3 月通报" in page
    assert no in words(client.get("/asked/?tab=late"))
    assert no not in words(client.get("/asked/?tab=late&month=2026-02"))
    assert client.get("/asked/?tab=late&month=0001-01").status_code == 200


def test_who_was_not_asked_finds_nothing(asking: AskingCity, as_: Login) -> None:
    address = sent(asking)
    no = address.split("/")[2]
    assert as_("eco").get(address).status_code == 404
    assert as_("eco").post(address, form(no, agree="yes", opinion="好")).status_code == 404
    assert as_("land").get(f"/cases/{no}/ask/").status_code == 200
    posted = form(no, kind="opinion", department=asking.ids("eco"), question="问", due_on="2026-03-09")
    assert as_("land").post(f"/cases/{no}/ask/", posted).status_code == 422
    assert case_of(no).state == "reviewing"
