"""Staff: a clerk asks for leave and gets it; his sheet, his appeal, and the review by somebody else."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def ask(clerk: Visitor) -> None:
    """Ask for a day in a month."""
    today = re.findall(r"\d{4}-\d\d-\d\d", clerk.open("/staff/me/").inner_text("body"))[0]
    day = (date.fromisoformat(today) + timedelta(days=30)).isoformat()
    clerk.page.get_by_label("种类").select_option(label="病假")
    clerk.page.get_by_label("从哪天起").fill(day)
    clerk.page.get_by_label("到哪天止").fill(day)
    clerk.page.get_by_label("事由").fill("复诊")
    clerk.press("提交请假")
    clerk.check()


def appeal(clerk: Visitor) -> str:
    """Open the newest sheet and say what is wrong with it; return its address."""
    with clerk.page.expect_navigation():
        clerk.page.locator("a[href^='/staff/sheets/']").first.click()
    clerk.check()
    clerk.page.get_by_label("哪一项不对，为什么").fill("差评的办件不是本人经办。")
    clerk.press("提出申诉")
    expect(clerk.page.locator("body")).to_contain_text("申诉中")
    return clerk.path


def test_leave_and_the_monthly_sheet(people: People) -> None:
    clerk, manager, supervisor = people("clerk"), people("manager"), people("supervisor")
    ask(clerk)
    manager.open("/staff/leave/")
    manager.check()
    with manager.page.expect_navigation():
        manager.page.locator("li", has_text="复诊").get_by_role("button", name=re.compile("^批准")).click()
    clerk.open("/staff/me/")
    expect(clerk.page.locator("li", has_text="复诊")).to_contain_text("已批准")
    sheet = appeal(clerk)
    supervisor.open(sheet)
    supervisor.check()
    supervisor.page.get_by_label("复核意见").fill("核实属实，维持其余各项。")
    supervisor.press("作出复核")
    clerk.open(sheet)
    expect(clerk.page.locator("body")).to_contain_text("核实属实")


def test_the_chief_and_the_manager_look_at_the_room(people: People) -> None:
    chief, manager = people("chief"), people("manager")
    for path in ("/staff/attendance/", "/staff/sheets/", "/staff/units/", "/staff/files/"):
        chief.open(path)
        chief.check()
    manager.open("/staff/warnings/")
    manager.check()
