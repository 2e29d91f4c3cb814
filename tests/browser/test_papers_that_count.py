"""Money and certificates on line: a company pays, holds a sealed certificate, and lets somebody see it."""

import pytest

from tests.browser.conftest import People
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
BANK = "嘉宁城市银行示例支行"


def test_fees_are_paid_on_line(people: People, gateway: str) -> None:
    company, cashier = people("company", PHONE), people("clerk")
    company.elsewhere = gateway
    cashier.open("/desk/cash/")
    no = cashier.page.locator("tr:has-text('收款'):not(:has(.bad-t)) .mono").first.inner_text()
    company.open(f"/my/cases/{no}/")
    company.press("去缴费")
    company.check()
    company.press("网上缴费", exact=True)
    company.check()
    company.press("去支付平台付款")
    company.press("确认支付")
    company.press("返回商户页面")
    if company.page.get_by_role("button", name="我已支付，查询结果").count():
        company.press("我已支付，查询结果")
    company.check()
    assert "已缴清" in company.text
    cashier.open(f"/desk/cash/{no}/")
    cashier.check()
    assert "已缴" in cashier.text


def test_a_certificate_is_sealed_shared_and_its_readings_are_known(people: People) -> None:
    holder, bank = people("company", PHONE), people(viewport=PHONE)
    holder.open("/my/certificates/")
    holder.press("查看、授权、下载")
    fetch_sealed(holder)
    code = share(holder)
    read_with(bank, code)
    holder.page.reload()
    holder.check()
    assert BANK in holder.page.locator("section", has_text="谁看过这本证照").last.inner_text()
    holder.press_in(f"tr:has-text('{BANK}') button")
    holder.check()
    bank.open("/shared/")
    bank.page.get_by_label("授权码").fill(code)
    bank.press("下一步")
    bank.check()
    assert "收回" in bank.page.locator("#errors").inner_text()


def fetch_sealed(holder: Visitor) -> None:
    """The certificate, a paper of its case, bears a digital seal."""
    page, no = holder.path, holder.page.locator(".turn-t b").inner_text()
    holder.check()
    holder.press("当时的办件")
    with holder.page.expect_download() as fetched:
        holder.page.locator("a.pdf", has_text=no).first.click()
    content = fetched.value.path().read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/ByteRange" in content
    holder.open(page)


def share(holder: Visitor) -> str:
    """Say who may look and what for; return the code."""
    holder.page.get_by_label("给谁看").fill(BANK)
    holder.page.get_by_label("用途").fill("办理项目贷款")
    holder.press("生成授权码")
    holder.check()
    return holder.page.locator(f"tr:has-text('{BANK}') td.mono").first.inner_text()


def read_with(bank: Visitor, code: str) -> None:
    """Type the code, say who one is, and see the certificate with its holder."""
    bank.open("/shared/")
    bank.check()
    bank.page.get_by_label("授权码").fill(code)
    bank.press("下一步")
    bank.check()
    bank.page.get_by_label("您的单位或者姓名").fill(BANK)
    bank.page.get_by_label("只用于").check()
    bank.press("查看证照")
    bank.check()
    assert "嘉宁恒通化工有限公司" in bank.text
