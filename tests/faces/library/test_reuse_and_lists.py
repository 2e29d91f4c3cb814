"""免提交 in the wizard, and 存量证照导入: all or nothing, the same list twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.cache import cache
from django.test import Client

from tests.acts.city import ZONE, City, build_city
from tests.acts.library.test_library_acts import held, suspended, typed
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.submit import submit
from yichuang.acts.library import import_list as importing
from yichuang.acts.library.import_list import ListImport, import_list
from yichuang.acts.library.note_ending import EndingNote, note_ending
from yichuang.acts.library.reading_list import preview
from yichuang.faces.common import clock
from yichuang.faces.common.wording.listing import fault_words
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.drafts import Beginning, begin
from yichuang.records.cases.models import Draft
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.certificates.lists.workbook import NoWorkbook, Workbook
from yichuang.records.certificates.models import Certificate, CertificateImport, CertificateLook
from yichuang.records.org.directory import directory, forget
from yichuang.rules.library.listing import COLUMNS
from yichuang.rules.verdict import Refused

NOW = datetime(2026, 3, 7, 10, tzinfo=ZONE)
PERSON = ["取水许可证", "旧字〔2020〕第1号", "孙玉兰", "居民身份证", "350300198511151234", "13800002207", "市水利局"]
UNIT = ["取水许可证", "旧字〔2020〕第2号", "嘉宁供水公司", "统一社会信用代码", "91350300MA2X000193", "", "嘉宁市水利局"]


@pytest.fixture
def city(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    yield build_city()
    cache.clear()


def sheet(path: Path, *rows: list[Any]) -> Path:
    """Write a list."""
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet()
    for number, row in enumerate((list(COLUMNS), *rows)):
        page.write_row(number, 0, row)
    book.close()
    return path


def good(path: Path) -> Path:
    """Write a list of two certificates, dates as text and as a number."""
    return sheet(path / "old.xlsx", [*PERSON, "2020-05-01", "长期", "有效"], [*UNIT, 44562, "2027年1月1日", ""])


def taken_in(city: City, path: Path) -> Any:
    ctx = city.ctx("manager", NOW.date())
    return import_list(ListImport("990100", path.name, preview(path, "990100", ctx)), ctx)


def test_a_list_is_taken_in_once(city: City, tmp_path: Path) -> None:
    typed(city)
    path = good(tmp_path)
    taken_in(city, path)
    rows = Certificate.objects.filter(region_code="990100").order_by("no")
    assert [(row.issued_on, row.valid_to) for row in rows] == [
        (date(2020, 5, 1), None), (date(2022, 1, 1), date(2027, 1, 1)),
    ]  # fmt: skip
    assert Applicant.objects.filter(region_code="990100").count() == 2
    with pytest.raises(Refused, match="import_known"):
        taken_in(city, path)
    with pytest.raises(Refused, match="import_all_known"):
        taken_in(city, sheet(tmp_path / "again.xlsx", [*PERSON, "2020-05-01", "", ""]))
    more = sheet(
        tmp_path / "more.xlsx", [*PERSON, "2020-05-01", "", ""], [*PERSON[:1], "旧3号", *PERSON[2:], "2021.1.2", "", ""]
    )
    taken_in(city, more)
    assert (rows.all().count(), Applicant.objects.filter(region_code="990100").count()) == (3, 2)
    assert list(examine("990100", directory())) == []


def test_a_list_that_was_cut_off_goes_on(city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(city)
    lines = [[*PERSON[:1], f"旧{n}", *PERSON[2:], "2020-05-01", "", ""] for n in range(6)]
    path = sheet(tmp_path / "long.xlsx", *lines)
    monkeypatch.setattr(importing, "PART", 2)
    held, numbers = importing.file, Certificate.objects.filter(region_code="990100").order_by("no")

    def cut(filing: Filing, ctx: Context) -> Filed:
        if numbers.count() == 4:
            raise OSError("power")
        return held(filing, ctx)

    with monkeypatch.context() as patch:
        patch.setattr(importing, "file", cut)
        with pytest.raises(OSError, match="power"):
            taken_in(city, path)
    assert list(examine("990100", directory())) == []
    row = CertificateImport.objects.get(region_code="990100")
    assert (row.done, row.rows, row.finished) == (4, 6, False)
    came = taken_in(city, path)
    assert (came.added, came.skipped, numbers.count()) == (2, 0, 6)
    with pytest.raises(Refused, match="import_known"):
        taken_in(city, path)
    assert list(examine("990100", directory())) == []


def test_an_imported_certificate_is_ended_by_a_note_only(city: City, tmp_path: Path) -> None:
    typed(city)
    taken_in(city, good(tmp_path))
    row = Certificate.objects.get(region_code="990100", no="旧字〔2020〕第1号")
    wish, ctx = (
        EndingNote(Of("990100", row.id), "revoked", "嘉水撤〔2026〕1号", "检验报告系伪造"),
        city.ctx("agency", NOW.date()),
    )
    with pytest.raises(Refused, match="certificate_without_case"):
        propose(Proposing(wish.of, "revoked", "procedure", "x", "y"), city.ctx("reviewer", NOW.date()))
    note_ending(wish, ctx)
    with pytest.raises(Refused, match="certificate_state"):
        note_ending(wish, city.ctx("agency", NOW.date()))
    assert "已失效" in Client().get(f"/verify/{row.verify_token}/").content.decode().replace("已经失效", "已失效")
    assert list(examine("990100", directory())) == []


def test_one_fault_and_nothing_is_taken_in(city: City, tmp_path: Path) -> None:
    typed(city)
    bad = ["老证", "", "孙玉兰", "居民身份证", 350300198511151234, "1", "不存在局", "2020-13-01", "2019-01-01", "在用"]
    path = sheet(tmp_path / "bad.xlsx", [*PERSON, "2020-05-01", "", ""], [*PERSON, "2020-05-01", "", ""], bad)
    found = preview(path, "990100", city.ctx("manager", NOW.date()))
    told = "".join(fault_words(fault) for fault in found.faults)
    for words in (
        "第 2 行重复",
        "没有填“证照编号”",
        "目录里没有“老证”",
        "当作数字",
        "没有“不存在局”",
        "不是日期",
        "“在用”",
    ):
        assert words in told
    with pytest.raises(Refused, match="import_faulty"):
        taken_in(city, path)
    assert not Certificate.objects.filter(region_code="990100").exists()


def test_what_is_no_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"MZ")
    with pytest.raises(NoWorkbook, match="另存为"):
        Workbook(tmp_path / "x.xlsx")


def test_the_page_shows_faults_and_takes_in(city: City, tmp_path: Path, client: Client) -> None:
    typed(city)
    client.force_login(city.people["manager"])
    (tmp_path / "sample.xlsx").write_bytes(client.get("/centre/certificate-lists/?sample=1").content)
    assert next(Workbook(tmp_path / "sample.xlsx").rows())[1][:2] == ["证照类型", "证照编号"]
    with good(tmp_path).open("rb") as file:
        page = client.post("/centre/certificate-lists/", {"file": file, "key": "k" * 20})
    assert "将导入 <b>2</b> 本" in page.content.decode()
    assert "孙玉兰" not in page.content.decode()
    told = {"token": page.context["token"], "key": "m" * 20}
    assert client.post("/centre/certificate-lists/", told).status_code == 302
    assert Certificate.objects.filter(region_code="990100").count() == 2
    assert client.post("/centre/certificate-lists/", {"token": "forged", "key": "n" * 20}).status_code == 422


def test_a_certificate_stands_for_a_material_and_its_later_state_is_seen(city: City, client: Client) -> None:
    row = held(city)
    materials = [{"key": "permit", "name": "取水许可证（副本）", "required": True}]
    ItemVersion.objects.filter(pk=city.promised.pk).update(materials=materials)
    forget()
    told = {"behalf": "self", "person_name": "孙玉兰"}
    city.promised.refresh_from_db()
    draft = begin(Beginning(city.promised, "", told, "online"), city.people["resident"].id, NOW)
    client.force_login(city.people["resident"])
    page = client.get(f"/apply/{draft.id}/materials/").content.decode()
    assert "用证照库里的取水许可证" in page
    client.post(f"/apply/{draft.id}/materials/", {"use": f"permit:{row.id}"})
    file = Draft.objects.get(region_code="990100").materials["permit"][0]
    assert file["certificate"] == str(row.id)
    assert CertificateLook.objects.filter(region_code="990100", way="material").count() == 1
    assert "现在有效" in client.get(f"/apply/{draft.id}/materials/").content.decode()
    suspended(city)
    assert "现在暂扣" in client.get(f"/apply/{draft.id}/materials/").content.decode()


def test_the_window_calls_a_certificate_up_with_consent(city: City, client: Client) -> None:
    row = held(city)
    materials = [{"key": "permit", "name": "取水许可证（副本）", "required": True}]
    ItemVersion.objects.filter(pk=city.promised.pk).update(materials=materials)
    forget()
    client.force_login(city.people["clerk"])
    form = {
        "key": "key-of-the-desk-form", "w_item": "TESTpromised", "a_paper": "居民身份证", "a_name": "孙玉兰",
        "a_number": "350300198511151234",
    }  # fmt: skip
    assert row.no in client.post("/desk/", {**form, "w_reuse": "1"}).content.decode()
    pressed = {**form, "w_cert": f"permit:{row.id}"}
    assert client.post("/desk/", pressed).status_code == 422
    page = client.post("/desk/", {**pressed, "w_consent": "1"}).content.decode()
    assert 'name="k-permit"' in page
    look = CertificateLook.objects.get(region_code="990100", way="material")
    assert "持证人当面同意" in look.purpose
    assert not [finding for finding in examine("990100", directory()) if finding.code != "number_gap"]


def test_an_earlier_file_is_used_again_on_line(city: City, client: Client) -> None:
    me = city.people["resident"]
    file = {"digest": "a" * 64, "name": "图.pdf", "media_type": "application/pdf", "size": 9}
    plain = city.submission(city.promised, channel="online", user_id=me.id)
    wish = replace(plain, materials={"map": {"files": [file]}})
    no, told = submit(wish, city.ctx("resident")).no, {"behalf": "self", "person_name": "孙玉兰"}
    draft = begin(Beginning(city.promised, "", told, "online"), me.id, NOW)
    client.force_login(me)
    assert "用以前交过的图.pdf" in client.get(f"/apply/{draft.id}/materials/").content.decode()
    client.post(f"/apply/{draft.id}/materials/", {"again": f"map:{'b' * 64}"})
    client.post(f"/apply/{draft.id}/materials/", {"again": f"map:{file['digest']}"})
    assert Draft.objects.get(region_code="990100").materials["map"] == [file | {"from_case": no}]
    other = begin(Beginning(city.promised, "", told, "online"), city.people["clerk"].id, NOW)
    client.force_login(city.people["clerk"])
    assert "以前交过的" not in client.get(f"/apply/{other.id}/materials/").content.decode()
