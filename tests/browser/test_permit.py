"""The whole life of a permit, from the application to the rating, each step by who has to do it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator
from pypdfium2 import PdfDocument

from tests.browser import applying
from tests.browser.applying import SENIOR, WATER
from tests.browser.conftest import People
from tests.browser.visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
VERIFIER = "water-verifier-1"


def test_a_permit_from_application_to_rating(people: People) -> None:
    resident, clerk = people("resident", PHONE), people("clerk")
    applying.find_item(resident, "qsxk", WATER)
    applying.begin(resident)
    applying.answer_all(resident)
    no = applying.send(resident)
    accept(clerk, no)
    review(people("reviewer"), no)
    give_opinion(people(VERIFIER), no, "verify")
    decide(people("leader"), no)
    hand_out(clerk, no)
    token = fetch_certificate(resident, no)
    rate(resident, no)
    verify(people(viewport=PHONE), token, no)


def test_what_is_done_on_the_spot(people: People) -> None:
    resident, clerk, chief = people("resident"), people("clerk"), people("chief")
    applying.find_item(resident, "老年优待", SENIOR)
    applying.begin(resident)
    applying.answer_all(resident)
    no = applying.send(resident)
    accept(clerk, no)
    sign(chief, no)
    hand_out(clerk, no)
    resident.open(f"/my/cases/{no}/")
    resident.check()
    assert "准予" in resident.text


def sign(chief: Visitor, no: str) -> None:
    """The chief representative decides at the window, with the letter beside."""
    chief.open("/desk/decisions/")
    chief.check()
    chief.open(f"/desk/{no}/decide/")
    chief.check()
    chief.press("预览文书")
    chief.check()
    chief.press_in("button[name=w_do][value=file]")
    chief.check()


def accept(clerk: Visitor, no: str) -> None:
    """Tick what is there, accept and hand over to the department."""
    clerk.open(f"/desk/{no}/")
    for row in clerk.page.locator("#sheet tbody tr").all():
        row.get_by_text("符合", exact=True).click()
    clerk.page.locator("button[value=accept]:not([aria-disabled=true])").wait_for()
    clerk.press("受理并打印")
    clerk.check()
    assert f"已受理 {no}" in clerk.text


def review(reviewer: Visitor, no: str) -> None:
    """Claim it out of the list, look at the materials side by side, agree."""
    reviewer.open("/worklist/?tab=unclaimed")
    reviewer.check()
    reviewer.page.locator(f"tr:has-text('{no}') input[name=case]").check()
    reviewer.press_in(".bulk button:visible")
    reviewer.check()
    assert "已认领" in reviewer.text
    reviewer.open(f"/cases/{no}/review/")
    reviewer.check()
    reviewer.press("逐页查看")
    for size in (PHONE, DESKTOP):
        reviewer.page.set_viewport_size(size)
        reviewer.check()
    give_opinion(reviewer, no, "review")


def give_opinion(officer: Visitor, no: str, act: str) -> None:
    """Agree, with a reason, by the keys."""
    officer.open(f"/cases/{no}/")
    officer.check()
    form = officer.page.locator(f"form[action^='/cases/{no}/{act}/']")
    form.get_by_text("同意", exact=True).click()
    form.get_by_label("意见与依据").fill("材料齐全，符合取水许可的条件，建议准予。")
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Control+Enter")
    officer.check()
    assert f"意见 {no}" in officer.text


def decide(leader: Visitor, no: str) -> None:
    """Look at the page of refusing, come back, and grant."""
    leader.open(f"/cases/{no}/deny/")
    leader.check()
    leader.open(f"/cases/{no}/")
    leader.check()
    leader.page.locator("#decide-form input[name=ground]").first.check()
    leader.press("作出准予许可决定")
    leader.check()
    assert f"已作出准予许可决定 {no}" in leader.text


def hand_out(clerk: Visitor, no: str) -> None:
    """Make the certificate and hand it over against a receipt."""
    clerk.open("/desk/pickup/")
    clerk.check()
    clerk.open(f"/desk/{no}/")
    clerk.check()
    clerk.press("制证", exact=True)
    clerk.check()
    clerk.press("送达", exact=True)
    clerk.check()
    clerk.press("登记送达回证")
    clerk.check()
    assert f"已送达 {no}" in clerk.text


def fetch_certificate(resident: Visitor, no: str) -> str:
    """Download and read every paper of the case; return the token of the certificate's code."""
    resident.open(f"/my/cases/{no}/")
    resident.check()
    assert "已办结" in resident.text
    papers = [words_of(paper, resident) for paper in resident.page.locator("aside a.pdf").all()]
    assert len(papers) >= 4
    assert all(no in words for words in papers)
    assert any("持证人" in words and "孙玉兰" in words for words in papers)
    address = resident.page.get_by_role("link", name="核验页").get_attribute("href") or ""
    return address.strip("/").rpartition("/")[2]


def words_of(paper: Locator, resident: Visitor) -> str:
    """Download a paper, which is a real PDF, and read it."""
    with resident.page.expect_download() as fetched:
        paper.click()
    content = fetched.value.path().read_bytes()
    assert content.startswith(b"%PDF")
    return "".join(page.get_textpage().get_text_range() for page in PdfDocument(content))


def rate(resident: Visitor, no: str) -> None:
    """Rate once; a bad grade without a reason is asked for one."""
    resident.press("评价这次办理")
    resident.check()
    resident.page.get_by_label("不满意", exact=True).check()
    resident.press("提交评价")
    resident.check()
    assert resident.page.locator("#errors").is_visible()
    resident.page.get_by_label("非常满意").check()
    resident.page.get_by_label("办得快").check()
    resident.press("提交评价")
    resident.check()
    assert "谢谢您的评价" in resident.text
    assert resident.page.get_by_role("link", name="评价这次办理").count() == 0


def verify(anybody: Visitor, token: str, no: str) -> None:
    """Whoever holds the certificate sees that it is genuine, and no full name."""
    anybody.open(f"/verify/{token}/")
    anybody.check()
    assert "有效" in anybody.text
    assert "孙玉兰" not in anybody.text
    assert not re.search(r"\d{17}[\dX]", anybody.text)
