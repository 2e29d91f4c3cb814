"""代理人 at the desk: who stands there, with which number and powers, and that the power of attorney was seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.faces.window.conftest import Desk, case_of, cases, identity, words
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
