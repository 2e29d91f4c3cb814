"""A resident complains of somebody; the centre accepts, the department answers, the centre calls back; then the pad."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser


def test_a_complaint_goes_from_the_resident_to_the_call_back(people: People) -> None:
    resident, manager, reviewer = people("resident"), people("manager"), people("reviewer")
    no = complained(resident)
    at = f"/feedback/concerns/{no}/"
    manager.open(at)
    manager.check()
    manager.page.get_by_label("承办的部门", exact=True).select_option(label="市水务局")
    manager.press("受理", exact=True)
    expect(manager.page.locator("main")).to_contain_text("办理中")
    reviewer.open(at)
    reviewer.check()
    reviewer.page.get_by_label(re.compile("^答复（")).fill("已经核实并道歉，今后一次说清。")
    reviewer.press("答复", exact=True)
    called_back(manager, at)
    resident.open(f"/concerns/{no}/")
    resident.check()
    expect(resident.page.locator("main")).to_contain_text("电话回访是否满意")
    expect(resident.page.locator("main")).to_contain_text("已办结")


def complained(resident: Visitor) -> str:
    """Fill in the form on a telephone; return the number of the complaint."""
    resident.page.set_viewport_size(PHONE)
    resident.open("/complaints/new/")
    resident.page.get_by_label("工作人员", exact=True).check()
    resident.page.get_by_label("工作人员姓名").fill("罗欣")
    resident.page.get_by_label("标题").fill("没有一次说清要什么材料")
    resident.page.get_by_label("内容").fill("来了两次，第二次才说还要平面图。")
    resident.check()
    resident.press("提交投诉")
    resident.check()
    resident.page.set_viewport_size(DESKTOP)
    expect(resident.page.locator("main")).to_contain_text("待受理")
    return resident.path.rstrip("/").rsplit("/", 1)[1]


def called_back(manager: Visitor, at: str) -> None:
    """See the telephone after telling why; put down what was said."""
    manager.open(at)
    manager.page.get_by_text("查看完整电话").click()
    manager.page.get_by_label("查阅事由").fill("电话回访是否满意")
    manager.press("查看并记录")
    manager.check()
    expect(manager.page.locator("#who")).to_contain_text("13000000000")
    manager.page.get_by_label("满意", exact=True).check()
    manager.page.get_by_label("回访情况").fill("本人表示满意。")
    manager.press("登记回访结果")
    expect(manager.page.locator("main")).to_contain_text("已办结")
    expect(manager.page.locator("#who")).not_to_contain_text("13000000000")
