"""Whoever has no scripts can read, search, apply and track all the same."""

import pytest

from tests.browser import applying
from tests.browser.applying import NUMBER, WATER
from tests.browser.conftest import People
from tests.browser.forms import fill
from tests.browser.visitor import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_resident_applies_and_tracks_without_scripts(people: People, viewport: dict[str, int]) -> None:
    resident = people("resident", viewport, java_script_enabled=False)
    applying.find_item(resident, "取水", WATER)
    applying.begin(resident)
    applying.answer_all(resident)
    no = applying.send(resident)
    resident.press("查看进度")
    resident.check()
    resident.open("/track/")
    fill(resident.page, {"办件编号": no, "证件号码后六位": NUMBER[-6:]})
    resident.press("查询")
    resident.check()
    assert "轮到综合窗口" in resident.text


def test_clerk_picks_an_item_without_scripts(people: People) -> None:
    clerk = people("clerk", java_script_enabled=False)
    clerk.page.get_by_label("事项", exact=True).fill("老年优待证")
    clerk.press("查找")
    clerk.check()
    assert "老年优待证申领" in clerk.text
    assert "材料核对" in clerk.text
