"""A resident applies on line: the steps of the wizard, every page looked at."""

from __future__ import annotations

from datetime import date, timedelta

from tests.browser.forms import a_pdf, a_photo, citizen_number, fill
from tests.browser.visitor import Visitor

WATER, SENIOR = "取水许可审批", "老年优待证申领"
NUMBER = citizen_number("19500607")
PERSON = {
    "姓名": "孙玉兰", "证件类型": "居民身份证", "公民身份号码": NUMBER, "手机": "13900000001",
    "住所": "嘉宁市安岭区示例路 1 号",
}  # fmt: skip
ANSWERS = {
    "水源类型": "地表水", "取水地点": "清溪河示例村段", "取水口坐标": "117.12345，31.23456", "取水目的": "农业灌溉",
    "年取水量": "24", "年内各月用水量": "\n".join(f"{month} 月 2" for month in range(1, 13)), "取水期限": "5",
    "取水起始日期": (date.today() + timedelta(days=90)).isoformat(), "取水方式": "提水",
    "计量方式和节水措施": "电磁流量计，装在泵后；滴灌", "退水地点和水质": "无退水", "是否影响其他取水户": "否",
    "出生日期": "1950-06-07", "户籍所在地": "嘉宁市安岭区", "证件类别": "70周岁及以上",
}  # fmt: skip


def find_item(visitor: Visitor, words: str, name: str) -> None:
    """Search as people speak, and open the guide."""
    visitor.open("/")
    visitor.check()
    visitor.page.locator("main, .hero").get_by_role("searchbox").first.fill(words)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/search/**")
    visitor.check()
    visitor.press(name)
    visitor.check()


def begin(visitor: Visitor) -> None:
    """Go from the guide to the task list."""
    visitor.press_in("a:visible:text-is('在线办理'), a:visible:text-is('在线办')")
    visitor.check()
    fill(visitor.page, {"替谁办": "给自己办"})
    visitor.press("开始填写")
    visitor.check()


def answer_all(visitor: Visitor) -> None:
    """Go through the tasks until the check of the answers."""
    visitor.press_in(".ap-go a.btn")
    while "/check/" not in visitor.path:
        visitor.check()
        if "/materials/" in visitor.path:
            bring(visitor)
        else:
            fill(visitor.page, PERSON | ANSWERS)
        visitor.press("保存并继续")
        if visitor.path.endswith("/tasks/"):
            visitor.check()
            visitor.press("核对并提交")
    visitor.check()


def bring(visitor: Visitor) -> None:
    """Upload what is required: a PDF, and a picture from the second on."""
    wanted = visitor.page.locator(".up:not(.done):not(:has(.opt)) input[type=file]")
    while wanted.count():
        wanted.first.set_input_files(a_pdf() if wanted.count() > 1 else a_photo())
        visitor.press_in(".up:not(.done):not(:has(.opt)) button[name=stay]")
        visitor.check()


def send(visitor: Visitor) -> str:
    """Promise, submit, and return the number of the case."""
    visitor.page.get_by_label("我承诺所填内容和材料真实").check()
    visitor.press("提交申请")
    visitor.check()
    return visitor.page.locator(".case-no .mono").inner_text()
