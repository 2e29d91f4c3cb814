"""Projects on their pages: registered, applied for, entrusted, urged, answered, called together, finished."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.acts.projects.works import REGION, Works, project
from tests.faces.portal.steps import pdf
from tests.faces.projects.conftest import Enter
from yichuang.faces.terminal.demo.people import company
from yichuang.records.cases.models import Case, Draft
from yichuang.records.projects.models import Cooperation, Project

pytestmark = pytest.mark.django_db
CODE = "2026-990100-48-01-000001"
PAGE = f"/my/projects/{CODE}/"
UNIT = {
    "unit_name": "嘉宁示范水务有限公司", "uscc": company(1).identity_no, "legal_person": "李四", "phone": "13100000000",
    "address": "工业园", "handler_name": "何静",
}  # fmt: skip
OFFICE = f"/projects/{CODE}/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def key_of(answer: Any) -> str:
    return str(answer.context["key"])


def test_a_project_is_registered(works: Works, enter: Enter) -> None:
    resident = enter("resident")
    form = resident.get("/my/projects/new/")
    told = {"name": "东屏河治理工程", "nature": "水利", "applicant_name": "嘉宁示范水务有限公司", "investment": "3200"}
    answer = resident.post("/my/projects/new/", told | {"key": key_of(form)})
    assert answer.url == PAGE
    page = text(resident.get(PAGE))
    for words in (
        "东屏河治理工程",
        "水利项目",
        "总投资 3200 万元",
        "立项",
        "牵头 市水利局",
        "立项：还没有提出主办事项的申请",
    ):
        assert words in page
    assert "东屏河治理工程" in text(resident.get("/my/projects/"))
    assert "东屏河治理工程" in text(resident.get("/my/"))


@pytest.mark.parametrize(("who", "address"), [("resident", "/my/projects/"), ("reviewer-development", "/projects/")])
def test_a_list_asks_as_often_for_three_projects_as_for_one(works: Works, enter: Enter, who: str, address: str) -> None:
    visitor, asked = enter(who), []
    for more in (1, 2):
        for _ in range(more):
            works.add(works.registered(), "initiation")
        visitor.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 20


def test_a_form_with_nothing_in_it_comes_back(works: Works, enter: Enter) -> None:
    answer = enter("resident").post("/my/projects/new/", {"key": "12345678"})
    assert answer.status_code == 422
    assert not Project.objects.filter(region_code=REGION).exists()


def test_a_stage_leads_to_its_application(works: Works, enter: Enter) -> None:
    works.registered()
    resident, item = enter("resident"), works.versions["initiation"].item
    answer = resident.post(f"{PAGE}apply/", {"stage": "initiation", "item": item.code})
    draft = Draft.objects.get(region_code=REGION)
    assert answer.url == f"/apply/{draft.id}/tasks/"
    assert resident.post(f"{PAGE}apply/", {"stage": "construction", "item": item.code}).status_code == 422
    assert resident.post(f"{PAGE}apply/", {"stage": "initiation", "item": "nothing"}).status_code == 404


def test_a_case_is_shown_with_what_it_waits_for(works: Works, enter: Enter) -> None:
    code = works.registered()
    no = works.add(code, "initiation").no
    page = text(enter("resident").get(PAGE))
    assert no in page
    assert "等答复是否受理" in page
    assert CODE in text(enter("reviewer-development").get(f"/cases/{no}/"))


def test_an_agent_is_named_notes_and_asks(works: Works, enter: Enter) -> None:
    works.registered()
    resident, agent = enter("resident"), enter("agent")
    form = resident.get(PAGE)
    named = {"agent": str(works.city.people["agent"].id), "version": "1", "key": key_of(form)}
    assert resident.post(f"{PAGE}agent/", named).url == PAGE
    assert "东屏河治理工程" in text(agent.get("/agent/"))
    key, land = key_of(agent.get(PAGE)), str(works.offices["land"].id)
    agent.post(f"/agent/{CODE}/note/", {"stage": "initiation", "words": "陪同核对", "key": f"n-{key}"})
    asked = {"stage": "initiation", "words": "请今天答复", "department": land, "kind": "urging", "key": key}
    assert agent.post(f"/agent/{CODE}/ask/", asked).url == PAGE
    assert Cooperation.objects.get(region_code=REGION, kind="urging").due_on == date(2026, 3, 2)
    assert "今天答复" in text(agent.get("/agent/"))
    assert agent.post(f"/agent/{CODE}/ask/", asked | {"department": "x", "key": "another1"}).status_code == 422


def test_an_agent_applies_for_the_unit_where_he_was_entrusted(works: Works, enter: Enter) -> None:
    works.registered()
    owner, agent, item = enter("resident"), enter("agent"), works.versions["initiation"].item
    begin = {"stage": "initiation", "item": item.code}
    for scope in ([], ["submit"]):
        told = {"agent": works.city.people["agent"].id, "scope": scope, "key": f"entrust-{scope}"}
        assert owner.post(f"{PAGE}agent/", told).status_code == 302
        answer = agent.post(f"{PAGE}apply/", begin)
        assert answer.status_code == (302 if scope else 422)
    address = answer.url.removesuffix("tasks/")
    agent.post(f"{address}applicant/", UNIT | {"save": "1"})
    files = {f"f-{row.key}": pdf(f"{row.key}.pdf") for row in agent.get(f"{address}materials/").context["rows"]}
    agent.post(f"{address}materials/", files | {"save": "1"})
    assert agent.post(f"{address}check/", {"promise": "yes"}).url == f"{address}sent/"
    case = Case.objects.get(region_code=REGION)
    for who, words in ((owner, "由何静代办"), (agent, "您代嘉宁示范水务有限公司办理")):
        assert words in text(who.get(f"/my/cases/{case.no}/"))
    assert agent.get(f"{address}sent/").status_code == 200


def test_only_agents_have_a_board(works: Works, enter: Enter) -> None:
    assert enter("resident").get("/agent/").status_code == 404
    assert "还没有代办的项目" in text(enter("agent").get("/agent/"))


def test_the_office_answers_what_it_was_asked(works: Works, enter: Enter) -> None:
    test_an_agent_is_named_notes_and_asks(works, enter)
    part = Cooperation.objects.get(region_code=REGION, kind="urging")
    head, told = enter("head-land"), {"part": str(part.id), "words": "今天出具"}
    assert "等本部门答复" in text(head.get(OFFICE))
    assert head.post(f"{OFFICE}answer/", told | {"words": " ", "key": "12345678"}).status_code == 422
    assert head.post(f"{OFFICE}answer/", told | {"key": "12345679"}).url == OFFICE
    part.refresh_from_db()
    assert part.answer == "今天出具"


def test_the_lead_finishes_and_calls_the_others(works: Works, enter: Enter) -> None:
    code = works.registered()
    works.granted(works.add(code, "initiation").no, "development")
    head = enter("head-development")
    page = head.get(OFFICE)
    assert "完成立项阶段" in text(page)
    called = {
        "stage": "initiation", "kind": "site_visit", "departments": [str(works.offices["land"].id)],
        "held_on": "2026-03-04", "words": "现场踏勘", "key": "12345678", "version": "2",
    }  # fmt: skip
    assert head.post(f"{OFFICE}joint/", called | {"held_on": "x"}).status_code == 422
    assert head.post(f"{OFFICE}joint/", called | {"key": "12345679"}).url == OFFICE
    assert head.post(f"{OFFICE}finish/", {"stage": "initiation", "key": "12345680", "version": "2"}).status_code == 409
    done = {"stage": "initiation", "key": "12345681", "version": str(project(code).version)}
    assert head.post(f"{OFFICE}finish/", done).url == OFFICE
    assert "已完成" in text(enter("resident").get(PAGE))
    assert code in text(enter("head-water").get("/projects/"))


def test_others_find_nothing(works: Works, enter: Enter) -> None:
    works.registered()
    assert enter("stranger").get(PAGE).status_code == 404
    assert enter("head-land").get(PAGE).status_code == 404
    assert enter("head-land").get(OFFICE).status_code == 200
