"""The resident applies on line and follows the case, on a phone and at a desk."""

import re

import pytest

from tests.browser import applying
from tests.browser.applying import NUMBER, PERSON, SENIOR, WATER
from tests.browser.conftest import People
from tests.browser.forms import a_liar, fill
from tests.browser.visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser


def apply_for(visitor: Visitor, words: str, name: str) -> str:
    visitor.enter("resident")
    visitor.check()
    applying.find_item(visitor, words, name)
    applying.begin(visitor)
    applying.answer_all(visitor)
    return applying.send(visitor)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_resident_applies_for_a_permit_and_follows_it(people: People, viewport: dict[str, int]) -> None:
    resident, anybody = people(viewport=viewport), people(viewport=viewport)
    no = apply_for(resident, "抽井水", WATER)
    with resident.page.expect_download() as receipt:
        resident.page.get_by_role("link", name="下载收件凭证").click()
    assert receipt.value.path().read_bytes().startswith(b"%PDF")
    resident.press("查看进度")
    resident.check()
    assert "轮到综合窗口" in resident.text
    follow_clock(resident)
    track(anybody, no, NUMBER[-6:])
    assert "轮到综合窗口" in anybody.text
    assert "孙玉兰" not in anybody.text
    follow_clock(anybody)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_resident_applies_for_what_is_done_on_the_spot(people: People, viewport: dict[str, int]) -> None:
    resident = people(viewport=viewport)
    no = apply_for(resident, "老年优待", SENIOR)
    assert re.fullmatch(r"JN-\d{4}-\d{6}", no)
    assert "当场" in resident.text
    resident.open("/my/")
    resident.press_in(f"tr:has-text('{no}') a")
    resident.check()


def follow_clock(visitor: Visitor) -> None:
    """The page that explains the date ends on the date that the case shows."""
    due = visitor.page.locator(".turn-d b").inner_text().strip()
    assert visitor.page.locator(".days").first.is_visible()
    visitor.press("这个日期怎么算的")
    visitor.check()
    assert due in visitor.page.locator("h1").inner_text()
    assert due in visitor.page.locator("table tbody tr").last.inner_text()


def track(visitor: Visitor, no: str, code: str) -> None:
    visitor.open("/track/")
    visitor.check()
    fill(visitor.page, {"办件编号": no, "证件号码后六位": code})
    visitor.press("查询")
    visitor.check()


def test_tracking_tells_nothing_to_who_guesses(people: People) -> None:
    anybody = people(viewport=PHONE)
    track(anybody, "JN-2026-000001", "000000")
    wrong = anybody.page.locator("#errors").inner_text()
    track(anybody, "JN-2026-999999", "000000")
    assert anybody.page.locator("#errors").inner_text() == wrong
    for _ in range(5):
        track(anybody, "JN-2026-000001", "000000")
    assert "10 分钟以后再查" in anybody.text


def begun(people: People) -> Visitor:
    """A resident on the page that asks who applies."""
    resident = people("resident", PHONE)
    resident.open("/search/?q=qsxk")
    resident.press(WATER)
    applying.begin(resident)
    resident.press_in(".ap-go a.btn")
    return resident


def test_what_is_wrong_is_named_and_nothing_is_lost(people: People) -> None:
    resident = begun(people)
    fill(resident.page, PERSON | {"公民身份号码": NUMBER[:-1] + "0"})
    resident.press("保存并继续")
    resident.check()
    assert resident.page.title().startswith("错误")
    assert resident.page.locator("#errors").evaluate("box => box === document.activeElement")
    resident.page.locator("#errors a").first.click()
    number = resident.page.get_by_label("公民身份号码")
    assert number.evaluate("field => field === document.activeElement")
    assert resident.page.get_by_label("手机").input_value() == PERSON["手机"]
    number.fill(NUMBER)
    resident.press("保存并继续")
    assert "/applicant/" not in resident.path


def test_a_file_that_lies_about_its_type_is_refused_in_words(people: People) -> None:
    resident = begun(people)
    resident.open(resident.path.replace("applicant", "materials"))
    resident.page.locator("input[type=file]").first.set_input_files(a_liar())
    resident.press_in("button[name=stay]")
    resident.check()
    assert "申请书.pdf" in resident.page.locator("#errors").inner_text()


def test_pressing_twice_makes_one_case(people: People) -> None:
    resident = people("resident")
    resident.open("/search/?q=老年优待")
    resident.press(SENIOR)
    applying.begin(resident)
    applying.answer_all(resident)
    second = Visitor(resident.page.context.new_page(), resident.site)
    second.open(resident.path)
    for visitor in (resident, second):
        visitor.page.get_by_label("我承诺所填内容和材料真实").check()
    with resident.page.expect_navigation(url="**/sent/"):
        resident.page.get_by_role("button", name="提交申请").dblclick()
    second.press("提交申请")
    numbers = {visitor.page.locator(".case-no .mono").inner_text() for visitor in (resident, second)}
    assert len(numbers) == 1
    resident.open("/my/")
    assert resident.page.get_by_text(numbers.pop()).count() == 1
