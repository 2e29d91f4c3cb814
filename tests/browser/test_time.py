"""Time goes on: lights turn, silence has its effect, and the centre sees every case with its ledger."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def lights(visitor: Visitor) -> dict[str, int]:
    """Return how many cases of the department have each light."""
    visitor.open("/worklist/?tab=all")
    words = visitor.page.locator("tr[data-row] .light").all_inner_texts()
    return {start: sum(word.strip().startswith(start) for word in words) for start in ("超", "剩", "暂停")}


def test_five_working_days_turn_the_lights(later_people: People) -> None:
    reviewer, manager = later_people("reviewer"), later_people("manager")
    before = lights(reviewer)
    reviewer.check()
    reviewer.press("+5 个工作日")
    reviewer.check()
    assert "演示里的今天是" in reviewer.text
    after = lights(reviewer)
    reviewer.check()
    assert after["超"] > before["超"]
    assert after["暂停"] == before["暂停"]
    see_late_cases(manager)
    see_ledger(manager)


def see_late_cases(manager: Visitor) -> None:
    """From the board to a late case and the evidence why it is late."""
    manager.open("/centre/")
    manager.check()
    manager.open("/centre/cases/?light=red")
    manager.check()
    manager.page.locator("main tbody tr a[href*='JN-']").first.click()
    manager.page.wait_for_load_state()
    manager.check()
    number = manager.path.split("/cases/")[1].split("/")[0]
    manager.open(f"/centre/cases/{number}/evidence/")
    manager.check()


def see_ledger(manager: Visitor) -> None:
    """The ledger of the case is complete: its chain verifies."""
    manager.open(manager.path.replace("evidence", "ledger"))
    manager.check()
    expect(manager.page.locator("main")).to_contain_text("✓")
    manager.open("/centre/doctor/")
    manager.check()
    manager.press("开始自检")
    manager.check()
    assert "没有发现不符" in manager.text


def test_the_clock_is_not_set_back_behind_what_is_on_record(later_people: People) -> None:
    anybody = later_people()
    anybody.open("/")
    today = anybody.page.locator(".demo-bar time").first.inner_text()
    anybody.press("+1 个工作日")
    later = anybody.page.locator(".demo-bar time").first.inner_text()
    anybody.check()
    anybody.press("回到今天")
    assert "时间不能倒回" in anybody.text  # silence of the last day is on record
    assert (later != today, anybody.page.locator(".demo-bar time").first.inner_text()) == (True, later)
