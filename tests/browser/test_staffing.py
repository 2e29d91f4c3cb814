"""Staff: a clerk asks for leave and B takes over; his sheet, his appeal, and the review by somebody else."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People

pytestmark = pytest.mark.browser


def test_leave_and_the_monthly_sheet(people: People) -> None:
    clerk, manager, chief, supervisor = people("clerk"), people("manager"), people("chief"), people("supervisor")
    first = date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", clerk.open("/staff/me/").inner_text("body"))[0])
    first += timedelta(days=30)
    page = clerk.page
    page.get_by_label("种类").select_option(label="病假")
    page.get_by_label("从哪天起").fill(first.isoformat())
    page.get_by_label("到哪天止").fill(first.isoformat())
    page.get_by_label("事由").fill("复诊")
    clerk.press("提交请假")
    clerk.check()
    manager.open("/staff/leave/")
    manager.check()
    waiting = manager.page.locator("li", has_text="复诊")
    with manager.page.expect_navigation():
        waiting.get_by_role("button", name=re.compile("^批准")).click()
    expect(manager.page.locator("body")).to_contain_text("已批准")
    clerk.open("/staff/me/")
    expect(page.locator("li", has_text="复诊")).to_contain_text("已批准")
    with page.expect_navigation():
        page.locator("a[href^='/staff/sheets/']").first.click()
    clerk.check()
    page.get_by_label("哪一项不对，为什么").fill("差评的办件不是本人经办。")
    clerk.press("提出申诉")
    expect(page.locator("body")).to_contain_text("申诉中")
    supervisor.open(clerk.path)
    supervisor.check()
    supervisor.page.get_by_label("复核意见").fill("核实属实，维持其余各项。")
    supervisor.press("作出复核")
    clerk.open(clerk.path)
    expect(page.locator("body")).to_contain_text("核实属实")
    for path in ("/staff/attendance/", "/staff/sheets/", "/staff/units/", "/staff/files/"):
        chief.open(path)
        chief.check()
    manager.open("/staff/warnings/")
    manager.check()
