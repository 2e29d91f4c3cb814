"""放假安排: tried on a page, imported from it, and told to those whose day moves."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.acts.city import City, on
from tests.acts.lives import submitted
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import HolidayNotice, User

pytestmark = pytest.mark.django_db
URL, REGION = "/centre/calendar/", "990100"
GOOD = """year: 2027
number: 示例〔2026〕1号
holidays:
  - {name: 元旦, rest: [[2027-01-01, 2027-01-04]], work: [2027-01-09]}
"""
ROWS = "日期,类型,节日\n2027-01-01,放假,元旦\n2027-01-04,放假,元旦\n"


@pytest.fixture
def no(centre: City, on_day: Callable[[date], None], settings: Any, tmp_path: Any) -> str:
    """A running case whose day lies in a year without a notice."""
    settings.YICHUANG_FILES = tmp_path / "files"
    centre.promised.promised_number = None
    number = submitted(centre, date(2026, 12, 4))
    accept(Acceptance(on(number)), centre.ctx("clerk", date(2026, 12, 4)))
    on_day(date(2026, 12, 7))
    return number


def sent(client: Client, **told: Any) -> tuple[int, str]:
    found = re.search(r'name="key" value="([^"]+)"', client.get(URL).content.decode())
    answer = client.post(URL, {"key": found[1] if found else "", **told}, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_manager_tries_a_notice_imports_it_and_sees_what_it_moved(no: str, enter: Callable[[str], Client]) -> None:
    manager, was = enter("manager"), Case.objects.get(region_code=REGION, no=no).due_on
    status, page = sent(manager, text=GOOD, do="try")
    assert (status, HolidayNotice.objects.count()) == (200, 0)
    assert f'/cases/{no}/"' in page
    assert "<b>1</b> 件在办" in page
    _, page = sent(manager, text=GOOD, do="import")
    assert "已导入 2027 年放假安排（示例〔2026〕1号），重算到期日 1 件。" in page
    after = Case.objects.get(region_code=REGION, no=no)
    assert (after.due_on != was, after.provisional) == (True, False)
    assert Entry.objects.filter(region_code=REGION, subject_id=after.id, verb="case.due_recomputed").count() == 1
    paper = Document.objects.get(region_code=REGION, case_id=after.id, kind="due_moved")
    assert paper.digest
    assert paper.no in page
    assert f"/centre/cases/{no}/ledger/" in page


def test_a_legal_officer_imports_a_file_and_sees_no_case(no: str, enter: Callable[[str], Client]) -> None:
    officer = enter("legal")
    status, page = sent(officer, file=SimpleUploadedFile("2027.csv", ROWS.encode()), number="示例1号", do="try")
    assert status == 200
    assert "<b>1</b> 件在办" in page
    assert no not in page
    page = sent(officer, text=ROWS, number="示例1号", do="import")[1]
    assert "已导入 2027 年" in page
    assert HolidayNotice.objects.get().imported_by == User.objects.get(username="legal").display_name
    assert f'<span class="muted sm">{HolidayNotice.objects.get().imported_by}</span>' in page


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "请选一个文件"),
        ({"text": ROWS}, "请填写通知的文号"),
        ({"text": GOOD.replace("2027-01-01", "2027-13-01")}, "没有导入"),
        ({"text": GOOD.replace("2027", "2029").replace("-01-09", "-01-06")}, "缺2027、2028年的放假通知"),
        ({"text": "holidays: [1]\nyear: 2027"}, "没有导入"),
        ({"text": GOOD.replace("示例〔2026〕1号", "示" * 61)}, "文号应为一行"),
        ({"text": "year: 2027\nholidays: " + "[" * 50000}, "套了太多层"),
        ({"file": SimpleUploadedFile("2027.csv", ROWS.encode("gbk"))}, "不是 UTF-8"),
        ({"file": SimpleUploadedFile("2027.docx", b"PK")}, "只能导入 yaml 或 csv"),
    ],
)
def test_a_faulty_notice_is_refused_in_words(
    no: str, enter: Callable[[str], Client], told: dict[str, Any], words: str
) -> None:
    status, page = sent(enter("manager"), **told, do="import")
    assert (status, HolidayNotice.objects.count()) == (422, 0)
    assert words in page


def test_a_year_that_is_out_and_holidays_that_are_forgotten_are_pointed_out(
    no: str, enter: Callable[[str], Client]
) -> None:
    _, page = sent(enter("manager"), text="2025-01-01,放假,元旦", number="示例1号", do="try")
    assert "2025 年的放假安排已经过去，导入以后以这一份为准" in page
    assert "没有写到春节、清明节、劳动节" in page


def test_who_only_reads_norms_is_told_who_may_import(no: str, enter: Callable[[str], Client]) -> None:
    status, page = sent(enter("supervisor"), text=GOOD, do="import", key="12345678")
    assert (status, HolidayNotice.objects.count()) == (422, 0)
    assert "只有中心管理员" in page


def test_the_year_after_an_imported_one_can_follow(no: str, enter: Callable[[str], Client]) -> None:
    sent(enter("manager"), text=GOOD, do="import")
    assert "已导入 2028 年" in sent(enter("manager"), text="2028-01-01,放假,元旦\n", number="示例2号", do="import")[1]
