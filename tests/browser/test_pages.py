"""Every public page: accessible, no sideways scrolling, nothing fetched from elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
PAGES = ("/", "/items/", "/items/?for=person", "/search/?q=取水", "/search/?q=没有这样的事", "/departments/", "/track/",
         "/login/", "/about/identify/", "/about/accessibility/", "/demo/", "/api/v1/docs/")  # fmt: skip
# What can be pressed and is lower than a finger; links within a sentence are exempt (WCAG 2.5.8).
_SMALL = """[...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
    .filter(target => target.checkVisibility() && !target.closest('p, dd, .crumbs, .vh, .skip, [hidden]'))
    .filter(target => target.getBoundingClientRect().height < 43)
    .map(target => target.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("path", PAGES)
def test_public_page(visitor: Visitor, path: str) -> None:
    answer = visitor.page.goto(visitor.site.url + path)
    assert answer is not None
    assert answer.ok
    visitor.check()


@pytest.mark.parametrize("typed", ["qsxk", "抽井水", "取水"])
def test_search_finds_by_everyday_words(visitor: Visitor, typed: str) -> None:
    page = visitor.open(f"/search/?q={typed}")
    assert "取水许可审批" in page.locator("main a[href^='/items/']").first.inner_text()


def test_pages_of_an_item(visitor: Visitor) -> None:
    visitor.open("/search/?q=取水许可")
    visitor.press("取水许可审批")
    guide = visitor.path
    visitor.check()
    for part in ("clock/", "check/", "print/"):
        visitor.open(guide + part)
        visitor.check()


def test_another_situation_lists_other_materials_at_the_same_place(at_desk: Visitor) -> None:
    page = at_desk.open("/search/?q=取水许可")
    at_desk.press("取水许可审批")
    before = page.locator("#mat h2").inner_text()
    page.mouse.wheel(0, 300)
    while page.evaluate("scrollY") <= 250:  # wait_for_function polls by eval, which the pages forbid
        page.wait_for_timeout(20)
    page.locator("#mat").get_by_role("link", name="变更").click()
    expect(page.locator("#mat h2")).not_to_have_text(before, use_inner_text=True)
    assert page.evaluate("scrollY") > 250


def test_large_type_survives_navigation(visitor: Visitor) -> None:
    page = visitor.open("/")
    visitor.press("关怀版")
    visitor.check()
    visitor.open("/search/?q=取水")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"
    visitor.check()


def test_tab_reaches_the_skip_link_first(at_desk: Visitor) -> None:
    page = at_desk.open("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id || location.hash") in ("main", "#main")


def test_targets_on_a_phone_are_large_enough(people: People) -> None:
    anybody = people(viewport=PHONE)
    for path in ("/", "/track/", "/login/"):
        anybody.open(path)
        assert anybody.page.evaluate(_SMALL) == [], path


def test_what_is_not_there_says_so(visitor: Visitor) -> None:
    for path in ("/nowhere/", "/items/0/", "/verify/0/"):
        answer = visitor.page.goto(visitor.site.url + path)
        assert answer is not None
        assert answer.status == 404
        visitor.check()
