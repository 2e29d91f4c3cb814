"""The clerk works at the window with the keyboard alone: not one click of a mouse."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.applying import NUMBER
from tests.browser.conftest import People
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def clerk(people: People) -> Visitor:
    """The clerk of window A06, who came in by the keyboard too."""
    clerk = people()
    clerk.open("/demo/")
    tab_to(clerk, clerk.page.locator("button[value=clerk]"))
    send(clerk, "Enter")
    clerk.check()
    return clerk


def tab_to(visitor: Visitor, wanted: Locator, most: int = 80) -> None:
    """Press Tab until the wanted control has the focus."""
    for _ in range(most):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        visitor.page.keyboard.press("Tab")
    raise AssertionError(f"{visitor.path}: {wanted} can't be reached by Tab")


def send(visitor: Visitor, key: str) -> None:
    """Press a key and wait for the page it leads to."""
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press(key)


def write(visitor: Visitor, words: str) -> None:
    """Type as fast as people do: slower than a scanner."""
    visitor.page.keyboard.type(words, delay=45)


def open_case(visitor: Visitor, no: str) -> None:
    """Find a case by its number."""
    visitor.page.keyboard.press("/")
    expect(visitor.page.locator("#cmd")).to_be_focused()
    write(visitor, no)
    send(visitor, "Enter")
    visitor.check()


def mark_all(visitor: Visitor) -> None:
    """Tick every material 符合."""
    for _ in visitor.page.locator("#sheet tbody tr").all():
        visitor.page.keyboard.press("1")
        visitor.page.wait_for_timeout(60)
    expect(visitor.page.locator("#tally")).to_contain_text("符合")
    expect(visitor.page.locator("#tally")).not_to_contain_text("未看")


def first_online(visitor: Visitor, item: str) -> str:
    """Return the number of an online application that waits for the window."""
    visitor.open("/desk/prereview/")
    visitor.check()
    return visitor.page.locator(f"tr:has-text('{item}') a.mono, tr:has-text('{item}') .mono a").first.inner_text()


def test_clerk_accepts_what_came_online(clerk: Visitor) -> None:
    no = first_online(clerk, "水土保持方案")
    open_case(clerk, no)
    accept = clerk.page.locator("button[value=accept]")
    assert accept.get_attribute("aria-disabled") == "true"
    clerk.page.keyboard.press("F9")
    expect(clerk.page.locator("#why-accept")).to_be_focused()
    expect(clerk.page.locator("#why-accept")).to_contain_text("没有核对")
    mark_all(clerk)
    expect(accept).not_to_have_attribute("aria-disabled", "true")
    send(clerk, "F9")
    clerk.check()
    assert f"已受理 {no}" in clerk.text
    assert "受理通知书" in clerk.text
    expect(clerk.page.get_by_role("link", name="打印").first).to_be_focused()


def test_clerk_has_everything_corrected_at_once(clerk: Visitor) -> None:
    no = first_online(clerk, "道路运输证")
    open_case(clerk, no)
    clerk.page.keyboard.press("ArrowDown")
    clerk.page.keyboard.press("2")
    defect = clerk.page.locator("#sheet tbody tr").nth(1).locator(".defect input")
    expect(defect).to_be_focused()
    write(clerk, "QueShaoGaiZhang")
    clerk.page.keyboard.press("Enter")
    clerk.page.keyboard.press("F9")
    expect(clerk.page.locator("#why-accept")).to_contain_text("第 2 项")
    expect(clerk.page.locator("button[value=correct]")).not_to_have_attribute("aria-disabled", "true")
    send(clerk, "F8")
    clerk.check()
    assert f"已一次性告知补正 {no}" in clerk.text
    assert "QueShaoGaiZhang" in clerk.text


WHO = {"证件号码": NUMBER, "姓名或名称": "孙玉兰", "手机或电话": "13900000001", "地址": "示例路 1 号"}


def test_clerk_takes_in_a_new_application(clerk: Visitor) -> None:
    page = clerk.page
    expect(page.locator("#f-find")).to_be_focused()
    write(clerk, "老年优待证")
    expect(page.locator("#found")).to_contain_text("老年优待证申领")
    send(clerk, "Enter")
    clerk.check()
    for label, words in WHO.items():
        tab_to(clerk, page.get_by_label(re.compile(f"^{label}")))
        page.keyboard.insert_text(words)
    tab_to(clerk, page.get_by_label("户籍所在地"))
    page.keyboard.insert_text("嘉宁市安岭区")
    tab_to(clerk, page.get_by_label("60—64周岁"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("70周岁及以上")).to_be_checked()
    tab_to(clerk, page.locator("#sheet tbody tr").first.locator("input[type=radio]").first)
    mark_all(clerk)
    send(clerk, "F9")
    clerk.check()
    assert re.search(r"已受理 JN-\d{4}-\d{6}", clerk.text)
