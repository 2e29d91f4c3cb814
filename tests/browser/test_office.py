"""The office: the list under the keys, two people in one case, and what one may not do."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser


def type_key(visitor: Visitor, key: str) -> None:
    """Press a single key; the page waits a moment in case a scanner is typing."""
    visitor.page.keyboard.press(key)
    visitor.page.wait_for_timeout(80)


def numbers(visitor: Visitor) -> list[str]:
    """Return the case numbers of the list, in its order."""
    return visitor.page.locator("tr[data-row] .mono a").all_inner_texts()


def test_keys_walk_the_list_in_its_order(people: People) -> None:
    reviewer = people("reviewer")
    reviewer.open("/worklist/?tab=all&kind=promised")
    reviewer.check()
    order = numbers(reviewer)
    for key in "jjjk":
        type_key(reviewer, key)
    expect(reviewer.page.locator("tr.cur .mono a")).to_have_text(order[1])
    with reviewer.page.expect_navigation():
        reviewer.page.keyboard.press("Enter")
    reviewer.check()
    told = re.search(r"第 2 件，共 (\d+) 件", reviewer.text)
    assert told
    assert int(told[1]) >= len(order)  # the list may go on on its next page
    for number in order[2:4]:
        with reviewer.page.expect_navigation():
            reviewer.page.keyboard.press("j")
        assert number in reviewer.path
    with reviewer.page.expect_navigation():
        reviewer.page.keyboard.press("k")
    assert order[2] in reviewer.path
    with reviewer.page.expect_navigation():
        reviewer.page.keyboard.press("Escape")
    assert numbers(reviewer) == order


def test_claiming_many_says_beforehand_what_will_change(people: People) -> None:
    reviewer = people("reviewer")
    reviewer.open("/worklist/?tab=all")
    for key in "jxjxjx":
        type_key(reviewer, key)
    expect(reviewer.page.locator("[data-chosen]")).to_have_text("已选 3 件")
    expect(reviewer.page.locator("[data-says]")).to_contain_text("“认领”将改变")
    reviewer.check()


def test_the_second_of_two_people_gets_the_conflict_page(people: People) -> None:
    first, second = people("leader"), people("leader")
    first.open("/worklist/?tab=all&step=deciding")
    first.check()
    no = numbers(first)[0]
    for visitor in (first, second):
        visitor.open(f"/cases/{no}/")
        visitor.page.locator("#decide-form").get_by_label("说明").fill("同意核准意见。")
    first.press("作出准予许可决定")
    second.press("作出准予许可决定")
    second.check()
    assert "刚刚有人先办了这一步" in second.text
    assert "王远" in second.text
    assert "同意核准意见。" in second.text
    second.press("重新打开")
    second.check()
    assert second.text.count("准予") >= 1


def test_what_can_not_be_done_says_why_to_who_could_do_it(people: People) -> None:
    leader = people("leader")
    leader.open("/worklist/?tab=all&step=deciding")
    leader.open(f"/cases/{numbers(leader)[0]}/")
    leader.check()
    barred = leader.page.locator(".acts [aria-disabled=true]")
    assert barred.count() > 0
    leader.page.on("request", lambda asked: pytest.fail(f"a barred button asked for {asked.url}"))
    barred.first.click(force=True)


def test_the_list_folds_on_a_phone(people: People) -> None:
    leader = people("leader", PHONE)
    leader.open("/worklist/?tab=all")
    leader.check()
    leader.page.locator("tr[data-row] .mono a").first.click()
    leader.page.wait_for_url("**/cases/**")
    leader.check()
    leader.press("这个日期怎么算的")
    leader.check()
