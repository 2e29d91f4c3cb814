"""In the hall: somebody at a kiosk, and a clerk who calls, with his second screen and a display that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, People, crowd, restartable
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
KIOSK = {"width": 1080, "height": 1920}
KIOSK_CODE, CUSTOMER_CODE, IDLE = "10000004", "10000003", 61_000


def paired(people: People, code: str, viewport: dict[str, int]) -> Visitor:
    """A device that was given its code."""
    device = people(viewport=viewport)
    device.open("/screen/")
    device.page.fill("#code", code)
    device.press("启用")
    return device


def test_a_visitor_at_the_kiosk(people: People) -> None:
    kiosk = paired(people, KIOSK_CODE, KIOSK)
    page = kiosk.page
    page.clock.install()
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes' }")
    for words in ("办事指南", "评价"):
        kiosk.open("/kiosk/")
        kiosk.press(words)
        kiosk.check()
    number = drawn(kiosk)
    kiosk.open("/kiosk/progress/")
    page.get_by_role("group", name="数字键盘").get_by_role("button", name="7").click()
    expect(page.locator("#no")).to_have_value("JN-2026-7")
    page.clock.fast_forward(IDLE - 10_000)
    expect(page.get_by_role("alertdialog")).to_be_visible()
    page.clock.fast_forward(20_000)
    page.wait_for_url("**/kiosk/?clear=1")
    assert number not in page.content()
    assert not [cookie for cookie in page.context.cookies() if cookie["name"] in ("care", "sessionid")]


def drawn(kiosk: Visitor) -> str:
    """Draw a number in large type and print it."""
    page = kiosk.page
    kiosk.open("/kiosk/")
    kiosk.check()
    kiosk.press("大字")
    page.locator(".kq a").first.click()
    kiosk.press("老年人优先")
    kiosk.check()
    page.get_by_role("button", name="打印小票").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    return page.locator(".slip .no").inner_text()


def test_the_desk_and_its_screens(browser: Browser, filled: Path, tmp_path: Path) -> None:
    with restartable(filled, tmp_path / "data") as (site, restart), crowd(browser, site) as people:
        wall, clerk = people(), people("clerk")
        wall.open("/display/jianing/")
        wall.check()
        clerk.open("/desk/accepted/")
        case = clerk.page.locator("td .mono, .mono a, a.mono").first.inner_text()
        clerk.open("/desk/calling/")
        clerk.press("办完，叫下一位")
        clerk.check()
        called = clerk.page.locator(".call .no").inner_text()
        expect(wall.page.locator(".now")).to_contain_text(called, timeout=PATIENCE)
        for words in ("重呼", "人到了，开始办理"):
            clerk.press(words)
        signed(clerk, paired(people, CUSTOMER_CODE, {"width": 1280, "height": 800}), case)
        clerk.open("/desk/accepted/")  # a page that asks for nothing meanwhile
        restart()
        clerk.open("/desk/calling/")
        clerk.press("办完，叫下一位")
        called = clerk.page.locator(".call .no").inner_text()
        expect(wall.page.locator(".now")).to_contain_text(called, timeout=PATIENCE)
        expect(wall.page.locator("[data-link]")).to_contain_text("连接正常", timeout=PATIENCE)
        skipped_and_passed_on(clerk)


def skipped_and_passed_on(clerk: Visitor) -> None:
    """One did not come; the next one is taken in, and then sent to another line."""
    clerk.press("过号")
    clerk.press("叫下一位")
    clerk.press("到受理台收件")
    clerk.check()
    clerk.open("/desk/calling/")
    clerk.page.select_option("select[name=line]", index=1)
    clerk.press("转", exact=True)
    clerk.check()
    assert "空闲" in clerk.text


def signed(clerk: Visitor, screen: Visitor, case: str) -> None:
    """The customer checks and signs; the clerk puts the signature into the case."""
    screen.check()
    clerk.open("/desk/customer/")
    clerk.page.fill("#no", case)
    clerk.press("签名", exact=True)
    clerk.check()
    pad = screen.page.locator("canvas[data-pad]")
    expect(pad).to_be_visible(timeout=PATIENCE)
    screen.check()
    box = pad.bounding_box()
    assert box is not None
    screen.page.mouse.move(box["x"] + 60, box["y"] + 60)
    screen.page.mouse.down()
    screen.page.mouse.move(box["x"] + 200, box["y"] + 120, steps=5)
    screen.page.mouse.up()
    screen.page.get_by_role("button", name="签好了").click()  # the screen may turn by itself before the answer is there
    expect(screen.page.locator("h1")).to_have_text("谢谢", timeout=PATIENCE)
    keep = clerk.page.get_by_role("button", name="收下签名")
    expect(keep).to_be_visible(timeout=PATIENCE)
    clerk.press("收下签名")
    clerk.check()
    assert "签名已附到" in clerk.text


def test_a_display_that_may_not_speak_says_so(people: People) -> None:
    wall, clerk = people(), people("clerk")
    wall.page.add_init_script("""window.said = []; let pressed = false;
        addEventListener("click", () => { pressed = true }, true);
        speechSynthesis.speak = (one) => setTimeout(() => {
          if (!pressed) one.onerror?.({ error: "not-allowed" });
          else { if (one.volume) said.push(one.text); one.onend?.() }
        }, 10)""")
    wall.open("/display/jianing/")
    button = wall.page.locator("[data-voice]")
    expect(button).to_have_text("语音没有打开，点这里")
    button.click()
    expect(button).to_have_text("语音叫号：开")
    clerk.open("/desk/calling/")
    clerk.press("办完，叫下一位")
    wall.page.wait_for_function("said.length === 2", timeout=PATIENCE)
    assert wall.page.evaluate("said[0] === said[1] && /^请 .+，到 .+号窗口$/.test(said[0])")
    wall.page.reload()
    wall.page.wait_for_timeout(500)
    assert wall.page.evaluate("said.length") == 0
