"""An application of a project's stage brought to the window: it belongs to the project, and its owner sees it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from tests.acts.projects.works import REGION, Works
from tests.faces.projects.conftest import Enter
from yichuang.faces.terminal.demo.people import company
from yichuang.records.cases.models import Case
from yichuang.records.projects.models import ProjectCase

pytestmark = pytest.mark.django_db
UNIT = "嘉宁示范水务有限公司"


def brought(clerk: Client, code: str, item: str = "PROJinitiation", name: str = UNIT) -> Any:
    """Put an application of the project's unit on record at the desk."""
    return clerk.post("/desk/", {
        "w_item": item, "w_do": "accept", "w_project": code, "a_paper": "统一社会信用代码", "m-form": "ok",
        "a_number": company(1).identity_no, "a_name": name, "a_legal_person": "李四", "a_phone": "13100000000",
        "a_agent": "何静", "key": f"key-of-{item}-{code}",
    })  # fmt: skip


def said(answer: Any) -> str:
    return re.sub(r"<[^>]+>", "", answer.content.decode())


def test_it_works(works: Works, enter: Enter) -> None:
    code = works.registered()
    clerk = enter("clerk")
    assert 'name="w_project"' in clerk.get("/desk/?item=PROJinitiation").content.decode()
    assert brought(clerk, f" {code} ").status_code == 302
    link, case = ProjectCase.objects.get(region_code=REGION), Case.objects.get(region_code=REGION)
    assert (link.stage, link.case_id, case.channel, case.state) == ("initiation", case.id, "window", "accepted")
    owner = enter("resident")
    assert case.no in said(owner.get(f"/my/projects/{code}/"))
    assert owner.get(f"/my/cases/{case.no}/").status_code == 200


def test_without_a_code_it_is_a_case_of_its_own(works: Works, enter: Enter) -> None:
    works.registered()
    assert brought(enter("clerk"), "").status_code == 302
    assert not ProjectCase.objects.filter(region_code=REGION).exists()


@pytest.mark.parametrize(
    ("code", "item", "name", "words"),
    [
        ("2026-990100-48-01-999999", "PROJinitiation", UNIT, "没有代码是“2026-990100-48-01-999999”的项目"),
        ("", "PROJconstruction:water", UNIT, "还没有轮到"),
        ("", "PROJconstruction", UNIT, "不是“施工许可”阶段的事项"),
        ("", "PROJinitiation", "嘉宁别家有限公司", "不是“嘉宁别家有限公司”"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_nothing(
    works: Works, enter: Enter, code: str, item: str, name: str, words: str
) -> None:
    answer = brought(enter("clerk"), code or works.registered(), item, name)
    assert (answer.status_code, words in said(answer)) == (422, True)
    assert not Case.objects.filter(region_code=REGION).exists()
