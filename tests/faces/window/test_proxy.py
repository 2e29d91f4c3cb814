"""代理人 at the desk: who stands there, with which number and powers, and that the power of attorney was seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.acts.city import on
from tests.faces.window.conftest import Desk, case_of, cases, identity, words
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.records.cases.models import Case, Material

pytestmark = pytest.mark.django_db
PROXY: dict[str, Any] = {
    "a_agent": "何静", "a_stands": "受委托的代理人", "a_proxy_no": identity("19900101"),
    "a_powers": ["提交申请", "领取结果"],
    "a_until": "2026-12-31", "a_attorney": "yes",
}  # fmt: skip


def test_it_works(desk: Desk) -> None:
    assert desk.intake("accept", **PROXY).status_code == 302
    case = Case.objects.get(region_code="990100")
    assert (case.agent["name"], case.agent["scope"]) == ("何静", ["submit", "receive"])
    assert PROXY["a_proxy_no"] not in str(case.agent)
    paper = Material.objects.get(region_code="990100", case_id=case.id, key="power_of_attorney")
    assert (paper.originals, paper.verdict) == (1, "ok")
    assert case_of(case.no).state == "accepted"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"a_attorney": ""}, "没有授权委托书"),
        ({"a_proxy_no": ""}, "没有写全"),
        ({"a_powers": ["领取结果"]}, "没有授权代理人"),
        ({"a_until": "2026-03-01"}, "已经过期"),
    ],
)
def test_what_is_refused(desk: Desk, more: dict[str, Any], said: str) -> None:
    answer = desk.intake("accept", **PROXY | more)
    assert answer.status_code == 422
    assert said in words(answer)
    assert cases() == 0


def test_a_handler_needs_no_power_of_attorney(desk: Desk) -> None:
    desk.intake("accept", a_agent="何静")
    assert Case.objects.get(region_code="990100").agent == {"name": "何静"}


def test_who_may_not_fetch_leaves_the_result_to_the_applicant(desk: Desk) -> None:
    desk.intake("accept", **PROXY | {"a_powers": ["提交申请"]})
    no = Case.objects.get(region_code="990100").no
    decide(Decision(on(no), True, "", "《社会保险法》"), desk.city.ctx("chief"))
    issue(Issue(on(no)), desk.city.ctx("clerk"))
    page = desk.get(f"/desk/{no}/deliver/")
    assert page.context["shown"].bound.values["receiver"] == "孙玉兰"
    assert "登记送达回证" in words(page)


def test_the_window_notes_that_a_mandate_ended(desk: Desk) -> None:
    desk.intake("accept", **PROXY)
    no = Case.objects.get(region_code="990100").no
    assert "终止委托" in words(desk.get(f"/desk/{no}/"))
    assert desk.on_case(no, "mandate/", by="代理人辞去委托", words="书面声明").status_code == 302
    assert case_of(no).agent["ended_by"] == "proxy"
    assert "委托已终止" in words(desk.get(f"/desk/{no}/"))


def test_a_new_power_of_attorney_while_the_case_runs(desk: Desk) -> None:
    desk.intake("accept")
    no = Case.objects.get(region_code="990100").no
    assert "登记新的委托" in words(desk.get(f"/desk/{no}/"))
    told = {"name": "周宁", "number": identity("19880101"), "powers": ["领取结果"], "until": "2026-12-31"}
    assert desk.on_case(no, "mandate/new/", **told).status_code == 422  # the original was not seen
    assert "没有授权委托书" in words(desk.on_case(no, "mandate/new/", **told, seen="no"))
    assert desk.on_case(no, "mandate/new/", **told, seen="yes").status_code == 302
    assert (case_of(no).agent["name"], case_of(no).agent["scope"]) == ("周宁", ["receive"])
    assert "登记新的委托" in words(desk.get(f"/desk/{no}/"))
    other = told | {"name": "何静", "number": identity("19900101"), "seen": "yes"}
    assert "还有别的代理人" in words(desk.on_case(no, "mandate/new/", **other))
