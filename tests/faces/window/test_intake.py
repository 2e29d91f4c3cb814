"""W1 受理台: a new application, from nothing to its first papers."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from tests.acts.city import City
from tests.faces.window.conftest import Desk, at, at_desk, case_of, cases, identity, words
from yichuang.faces.window.intake import page
from yichuang.records.applicants.vault import open_values
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import forget
from yichuang.rules.verdict import Refused

ITEM = "/desk/?item=TESTinstant"


def scan() -> SimpleUploadedFile:
    """Return a PDF of one page."""
    body = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(body)
    return SimpleUploadedFile("图.pdf", body.getvalue())


def test_it_works(desk: Desk) -> None:
    answer = desk.intake()
    case = case_of("JN-2026-000001")
    assert (answer.status_code, answer.url) == (302, f"/desk/{case.no}/papers/")
    assert (case.state, case.channel, open_values(case.form, case.id)["purpose"]) == ("accepted", "window", "生活用水")
    kinds = Document.objects.filter(region_code="990100", case_id=case.id).values_list("kind", flat=True)
    assert sorted(kinds) == ["acceptance", "receipt"]


def test_what_was_accepted_leads_on_to_its_papers(desk: Desk) -> None:
    page = words(desk.get(desk.intake().url))
    assert "已受理 JN-2026-000001" in page
    assert "受理通知书" in page
    assert 'autofocus data-key="F9">打印' in page
    assert 'data-key="F2">下一件' in page


def test_an_empty_desk_asks_for_the_item(desk: Desk) -> None:
    page = words(desk.get("/desk/"))
    assert "选事项" in page
    assert "先选事项，再看到期日" in page


def test_a_chosen_item_shows_materials_dates_and_acts(desk: Desk) -> None:
    page = words(desk.get("/desk/?item=TESTpromised"))
    assert "申请书" in page
    assert "03-12 周四" in page  # eight working days after 03-02
    assert 'data-key="F9" aria-disabled="true" aria-describedby="why-accept"' in page
    assert "还有 2 份材料没有核对：第 1、2 项" in page


def test_only_a_date_beyond_the_holiday_notices_is_provisional(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at(date(2026, 12, 7), monkeypatch)
    page = words(desk.post("/desk/", w_do="find", w_item="TESTpromised"))
    assert '<span class="tag gap">暂定</span>' not in page
    assert "，法定到期" in page
    assert "（暂定）。" in page


@pytest.mark.parametrize("address", ["/desk/items/?w_find=", "/desk/?q="])
def test_what_is_handled_at_the_window_only_is_found_and_taken_up(city: City, desk: Desk, address: str) -> None:
    city.promised.handling_modes = ["window"]
    city.promised.save()
    Item.objects.filter(id=city.promised.item_id).update(search_text=search_text("取水许可审批"))
    forget()
    page = words(desk.get(f"{address}取水"))
    assert "暂不能在这里受理" not in page
    assert "TESTpromised" in page


def test_refusal_has_no_key(desk: Desk) -> None:
    page = words(desk.get(ITEM))
    assert '<button class="btn danger" name="w_do" value="refuse">' in page


def test_a_promised_case_is_handed_over_at_once(desk: Desk) -> None:
    desk.intake(kind="promised", w_route="1")
    assert case_of("JN-2026-000001").state == "reviewing"


def test_a_promised_case_stays_when_asked(desk: Desk) -> None:
    desk.intake(kind="promised")
    assert case_of("JN-2026-000001").state == "accepted"


def test_a_repeated_form_makes_one_case(desk: Desk) -> None:
    first, second = (desk.intake(key="the-same-form-twice") for _ in range(2))
    assert first.url == second.url
    assert (cases(), case_of("JN-2026-000001").state) == (1, "accepted")


def test_a_key_with_other_content_is_refused(desk: Desk) -> None:
    desk.intake(key="the-same-form-twice")
    answer = desk.intake(key="the-same-form-twice", a_name="别人")
    assert (answer.status_code, cases()) == (422, 1)
    assert "请刷新页面后重新提交" in words(answer)


def test_a_form_without_key_is_refused(desk: Desk) -> None:
    assert (desk.intake(key="").status_code, cases()) == (422, 0)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"a_number": "350300198511151230"}, "校验码“0”与前面的字符不符"),
        ({"a_number": identity("20300101")}, "出生日期2030-01-01晚于今天"),
        ({"a_number": ""}, "证件号码：请填写"),
        ({"a_paper": "统一社会信用代码", "a_number": "91350211M000100Y4A"}, "统一社会信用代码"),
        ({"a_phone": "12"}, "11 位手机号码"),
        ({"w_item": "NOPE"}, "没有这个事项，请重新选"),
        ({"w_item": ""}, "请先选事项"),
        ({"purpose": ""}, "用途：请填写"),
        ({"purpose": "长" * 21}, "用途"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(desk: Desk, fields: dict[str, str], sentence: str) -> None:
    answer = desk.intake(**fields)
    assert (answer.status_code, cases()) == (422, 0)
    assert sentence in words(answer)
    assert "<title>错误：" in words(answer)


def test_what_was_typed_comes_back(desk: Desk) -> None:
    page = words(desk.intake(a_number="1", **{"m-map": "correct", "d-map": "缺少比例尺"}))
    assert 'value="孙玉兰"' in page
    assert 'value="生活用水"' in page
    assert 'value="缺少比例尺" maxlength' in page


def test_an_item_that_is_not_open_is_refused(desk: Desk) -> None:
    Item.objects.filter(code="TESTinstant").update(status="listed")
    answer = desk.intake()
    assert (answer.status_code, cases()) == (422, 0)
    assert "现在不在网上受理" in words(answer)


def test_one_material_to_correct_blocks_the_acceptance_by_name(desk: Desk) -> None:
    answer = desk.intake(**{"m-map": "correct", "d-map": "缺少比例尺"})
    assert (answer.status_code, cases()) == (422, 0)
    assert "第 2 项“位置图”标为“补正”，所以“受理”不可用" in words(answer)


def test_a_correction_needs_words_for_each_material(desk: Desk) -> None:
    answer = desk.intake("correct", **{"m-map": "correct"})
    assert (answer.status_code, cases()) == (422, 0)
    assert "第 2 项“位置图”：标了“补正”，请写明缺什么、怎么改" in words(answer)


def test_a_correction_tells_everything_at_once(desk: Desk) -> None:
    both = {"m-form": "correct", "d-form": "未签字", "m-map": "correct", "d-map": "缺少比例尺", "w_due": "2026-03-16"}
    desk.intake("correct", **both)
    case = case_of("JN-2026-000001")
    notice = Document.objects.get(region_code="990100", case_id=case.id, kind="correction")
    assert (case.state, str(case.correction_due_on)) == ("correcting", "2026-03-16")
    assert [row["words"] for row in notice.fields["defects"]] == ["未签字", "缺少比例尺"]


@pytest.mark.parametrize("due", ["2026-02-27", "昨天"])
def test_a_correction_ends_in_the_future(desk: Desk, due: str) -> None:
    answer = desk.intake("correct", **{"m-map": "correct", "d-map": "缺", "w_due": due})
    assert (answer.status_code, cases()) == (422, 0)
    assert "补正期限：" in words(answer)


def test_first_received_then_answered(desk: Desk) -> None:
    desk.intake("hold")
    case = case_of("JN-2026-000001")
    kinds = Document.objects.filter(region_code="990100", case_id=case.id).values_list("kind", flat=True)
    assert (case.state, sorted(kinds)) == ("received", ["receipt", "receipt_pending"])
    assert {row.verdict for row in case.materials.filter(region_code="990100")} == {"ok"}


def test_an_unfinished_form_is_received_but_not_accepted(desk: Desk) -> None:
    assert desk.intake(purpose="").status_code == 422
    desk.intake("hold", purpose="")
    case = case_of("JN-2026-000001")
    assert case.state == "received"
    assert open_values(case.form, case.id) == {"person_name": "孙玉兰", "person_mobile": "13800002207"}


@pytest.mark.parametrize(("do", "page"), [("refuse", "refuse"), ("not_needed", "not-needed")])
def test_turning_away_goes_on_to_a_page_of_its_own(desk: Desk, do: str, page: str) -> None:
    assert desk.intake(do).url == f"/desk/JN-2026-000001/{page}/"
    assert case_of("JN-2026-000001").state == "received"


def test_the_applicant_answers_the_form(desk: Desk) -> None:
    desk.intake(kind="promised")
    page = words(desk.get("/desk/?item=TESTpromised"))
    assert open_values((case := case_of("JN-2026-000001")).form, case.id)["person_name"] == "孙玉兰"
    assert 'name="purpose"' in page
    assert 'name="person_name"' not in page


def test_a_missing_answer_is_shown_where_it_is_typed(desk: Desk) -> None:
    version = desk.city.instant
    version.form_schema["required"].append("person_mobile")
    version.save()
    page = words(desk.intake(a_phone=""))
    assert "手机或电话：这个事项要填" in page


def test_what_the_item_needs_is_not_marked_optional(desk: Desk) -> None:
    optional = re.compile(r"""for="[^"]*a_phone"[^<]*手机或电话 <span class="opt">（选填）""")
    assert optional.search(words(desk.get("/desk/?item=TESTinstant")))
    version = desk.city.instant
    version.form_schema["required"].append("person_mobile")
    version.save()
    assert not optional.search(words(desk.get("/desk/?item=TESTinstant")))


def test_a_known_number_brings_the_name(desk: Desk) -> None:
    desk.intake()
    page = words(desk.post("/desk/", w_item="TESTpromised", w_do="find", a_paper="居民身份证", a_number=identity()))
    assert 'value="孙玉兰"' in page


def test_picking_an_item_keeps_the_applicant(desk: Desk) -> None:
    page = words(desk.post("/desk/", w_pick="TESTinstant", a_paper="居民身份证", a_number=identity(), a_name="孙玉兰"))
    assert 'name="w_item" value="TESTinstant"' in page
    assert 'value="孙玉兰"' in page
    assert "错误：" not in page


def test_a_file_survives_an_error(desk: Desk) -> None:
    answer = desk.intake(a_number="1", **{"f-map": scan()})
    kept = next(line.kept for line in answer.context["lines"] if line.key == "map")
    desk.intake(**{"k-map": kept})
    row = case_of("JN-2026-000001").materials.get(region_code="990100", key="map")
    assert [file["name"] for file in row.files] == ["图.pdf"]


def test_a_file_that_lies_about_its_type_is_refused(desk: Desk) -> None:
    answer = desk.intake(**{"f-map": SimpleUploadedFile("图.pdf", b"MZ\x90\x00 this is a program")})
    assert (answer.status_code, cases()) == (422, 0)
    assert "第 2 项“位置图”：“图.pdf”的" in words(answer)


def test_a_forged_file_is_left_out(desk: Desk) -> None:
    desk.intake(**{"k-map": "W3siZGlnZXN0IjoiYSJ9XQ:forged:signature"})
    assert case_of("JN-2026-000001").materials.get(region_code="990100", key="map").files == []


def test_the_right_side_follows_the_ticks(desk: Desk) -> None:
    ticks = {"w_item": "TESTinstant", "m-form": "ok", "m-map": "correct", "d-map": "缺少比例尺"}
    part = words(desk.post("/desk/look/", **ticks))
    assert "第 2 项“位置图”标为“补正”" in part
    assert "《一次性补正告知书》" in part
    assert 'data-key="F8">' in part  # can be done
    assert "<html" not in part


def test_the_resident_may_not_enter(desk: Desk) -> None:
    resident = at_desk(desk.city, "resident")
    assert [resident.get(url).status_code for url in ("/desk/", "/desk/items/", "/desk/pickup/")] == [403] * 3
    assert resident.intake().status_code == 403


def test_strangers_are_asked_to_log_in(desk: Desk) -> None:
    desk.client.logout()
    assert desk.get("/desk/").url.startswith("/login/")


def test_few_queries(desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    desk.get(ITEM)
    with django_assert_max_num_queries(8):
        desk.get(ITEM)
    with django_assert_max_num_queries(27):  # two acts, on SQLite each row its own statement; who was called
        desk.intake()


def test_who_may_not_apply_yet_is_told_with_the_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred(*_: Any) -> None:
        raise Refused("banned", "XKF-78", {"until": date(2027, 11, 22)})

    monkeypatch.setattr(page, "not_barred", barred)
    told = words(desk.post("/desk/look/", w_item="TESTinstant", a_paper="居民身份证", a_number=identity()))
    assert "不得再次申请" in told
    assert "第七十八条" in told
