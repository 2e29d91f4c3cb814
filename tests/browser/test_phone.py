"""手机扫码上传: the clerk shows a code, the applicant's phone sends a photograph, the desk sees it and takes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import People
from tests.browser.visitor import PHONE

pytestmark = pytest.mark.browser


def test_a_photograph_comes_from_the_phone(people: People, tmp_path: Path) -> None:
    clerk, phone = people("clerk"), people(viewport=PHONE)
    picture = tmp_path / "photo.jpg"
    Image.new("RGB", (900, 600), "steelblue").save(picture)
    desk = clerk.open("/desk/")
    desk.locator("#f-find").fill("取水")
    desk.locator("#found button").first.click()
    desk.locator("#sheet button[name=w_phone]").nth(1).click()
    address = desk.locator("#phone a", has_text="打开链接").get_attribute("href") or ""
    clerk.check()
    page = phone.open(address.removeprefix(phone.site.url))
    phone.check()
    page.get_by_label("选照片或文件").set_input_files(picture)
    page.get_by_role("button", name="上传", exact=True).click()
    expect(page.get_by_text("等窗口收")).to_be_visible()
    phone.check()
    take = desk.locator("#phone button[name=w_take]")
    expect(take).to_be_visible()  # without a reload
    clerk.check()
    take.click()
    expect(desk.locator("#sheet tr").nth(2).locator(".shot")).to_have_count(1)
    page.reload()
    expect(page.get_by_text("已收下")).to_be_visible()
