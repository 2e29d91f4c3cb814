"""Statistics: from the board to the cases behind a number and the workbook; what everybody sees; the big screen."""

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.browser.conftest import People
from tests.browser.visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
MAP = "/centre/map/11990100MB990001313010001001000/"
PAGES = (
    "/centre/statistics/?kind=year", "/centre/statistics/?kind=year&by=department", "/centre/statistics/registers/",
    "/centre/statistics/mail/", "/centre/now/", "/statistics/", "/supervision/", "/centre/map/", MAP,
    f"{MAP}cases/?from=submitted&to=accepted", f"{MAP}what-if/?limit=6&merged=reviewed&step=claimed&more=1",
)  # fmt: skip


def test_the_manager_looks_behind_the_numbers(people: People) -> None:
    manager = people("manager")
    for path in PAGES:
        for size in (PHONE, DESKTOP):
            manager.page.set_viewport_size(size)
            manager.open(path)
            manager.check()
    manager.open("/centre/statistics/?kind=year")
    kpi = manager.page.locator("a.kpi").first
    shown = kpi.locator("b").inner_text()
    with manager.page.expect_navigation():
        kpi.click()
    manager.check()
    expect(manager.page.locator("main")).to_contain_text(f"合计 {shown} 件")
    manager.page.go_back()
    excel(manager, shown)


def excel(manager: Visitor, received: str) -> None:
    """The workbook tells the same number."""
    with manager.page.expect_download() as awaited:
        manager.page.get_by_role("link", name="导出 Excel").click()
    book = CalamineWorkbook.from_filelike(BytesIO(Path(awaited.value.path()).read_bytes()))
    rows = {row[0]: row[1] for row in book.get_sheet_by_name("指标").to_python()}
    assert f"{rows['收件']:,.0f}" == received


def test_the_big_screen_fits_and_goes_on(people: People) -> None:
    manager = people("manager")
    for width, height in ((1920, 1080), (3840, 2160)):
        manager.page.set_viewport_size({"width": width, "height": height})
        for board in (1, 2, 3, 4, 5):
            manager.open(f"/screens/big/?board={board}")
            manager.check()
            tall = manager.page.evaluate("document.documentElement.scrollHeight - innerHeight")
            assert tall <= 0, f"board {board} at {width} is {tall} too high"
    assert "board=1" in manager.page.evaluate("document.body.dataset.next")
