"""The pages of the acts that the journeys do not pass: each opens, says what it does, and asks for reasons."""

import pytest

from tests.browser.conftest import People
from tests.browser.forms import a_pdf
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser


def first_case(visitor: Visitor, list_address: str) -> str:
    """Return the number of the first case in a list."""
    visitor.open(list_address)
    return visitor.page.locator("main tbody .mono a, main tbody a.mono").first.inner_text()


def test_acts_of_the_office(people: People) -> None:
    leader = people("leader")
    no = first_case(leader, "/worklist/?tab=all&step=reviewing&light=green")
    for part in ("pause/", "extend/", "review/", "clock/", "slip/"):
        leader.open(f"/cases/{no}/{part}")
        leader.check()
    leader.open(f"/cases/{first_case(leader, '/worklist/?tab=all&step=deciding')}/return/")
    leader.check()
    leader.press("退回")
    leader.check()
    assert leader.page.locator("#errors").is_visible()


def test_pausing_shows_at_once_to_everybody(people: People) -> None:
    leader, verifier = people("leader"), people("water-verifier-1")
    no = first_case(leader, "/worklist/?tab=all&step=verifying&light=green")
    verifier.open(f"/cases/{no}/pause/")
    verifier.check()
    verifier.page.get_by_label("专家评审").check()
    verifier.page.get_by_label("预计需要的工作日").fill("10")
    verifier.page.get_by_label("理由").fill("论证报告需要专家评审。")
    verifier.press("中止计时并告知申请人")
    verifier.check()
    leader.open(f"/cases/{no}/")
    leader.check()
    assert "专家评审" in leader.text
    assert "暂停" in leader.text
    verifier.open(f"/cases/{no}/resume/")
    verifier.check()


def test_turning_away_at_the_window(people: People) -> None:
    clerk = people("clerk")
    no = first_case(clerk, "/desk/prereview/")
    for part in ("not-needed/", "withdraw/", "refuse/"):
        clerk.open(f"/desk/{no}/{part}")
        clerk.check()
    for part in ("supplements/", "accepted/", "refusals/"):
        clerk.open(f"/desk/{part}")
        clerk.check()
    clerk.open(f"/desk/{no}/not-needed/")
    clerk.page.get_by_label("理由").fill("您的事项依法不需要取得许可。")
    clerk.press("预览文书")
    clerk.check()
    assert "预览" in clerk.page.get_by_role("article").inner_text()


def test_resident_corrects_what_was_asked_for(people: People) -> None:
    resident = people("resident", PHONE)
    resident.press("现在补正")
    resident.check()
    resident.press("提交补正材料")
    resident.check()
    assert resident.page.locator("#errors").is_visible()
    for field in resident.page.locator("input[type=file]").all():
        field.set_input_files(a_pdf())
    resident.press("提交补正材料")
    resident.check()
    assert "轮到综合窗口" in resident.text
    resident.press("撤回申请")
    resident.check()


def test_a_company_follows_its_cases(people: People) -> None:
    company = people("company")
    company.check()
    company.page.locator("main tbody a").first.click()
    company.page.wait_for_url("**/my/cases/**")
    company.check()
