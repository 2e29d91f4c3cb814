"""Every public page: accessible, no sideways scrolling, nothing fetched from elsewhere."""

import pytest

from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
PAGES = ("/", "/items/", "/items/?for=person", "/search/?q=取水", "/search/?q=没有这样的事", "/departments/", "/track/",
         "/login/", "/about/identify/", "/about/accessibility/", "/demo/")  # fmt: skip


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
